using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <summary>Writes the rows of a frame, all or nothing: a format, a mode, options, then <c>Save</c>. Setters change this object and return it.</summary>
public sealed class DataFrameWriter
{
    private readonly DataFrame frame;
    private readonly SourceOptions options = new();
    private string format = "parquet";
    private WriteMode mode = WriteMode.ErrorIfExists;
    private Seq<string> partitionBy = [];
    private bool isBucketed;

    internal DataFrameWriter(DataFrame frame) => this.frame = frame;

    /// <summary>What happens when there is data already.</summary>
    /// <param name="saveMode">A mode.</param>
    public DataFrameWriter Mode(SaveMode saveMode)
    {
        mode = saveMode switch
        {
            SaveMode.Append => WriteMode.Append,
            SaveMode.Overwrite => WriteMode.Overwrite,
            SaveMode.Ignore => WriteMode.Ignore,
            SaveMode.ErrorIfExists => WriteMode.ErrorIfExists,
            _ => throw new ArgumentOutOfRangeException(nameof(saveMode), saveMode, null),
        };
        return this;
    }

    /// <summary>What happens when there is data already.</summary>
    /// <param name="saveMode">append, overwrite, ignore, error, errorifexists or default.</param>
    /// <exception cref="AnalysisException">It is none of these.</exception>
    public DataFrameWriter Mode(string saveMode)
    {
        ArgumentNullException.ThrowIfNull(saveMode);
        return Mode(saveMode.ToLowerInvariant() switch
        {
            "append" => SaveMode.Append,
            "overwrite" => SaveMode.Overwrite,
            "ignore" => SaveMode.Ignore,
            "error" or "errorifexists" or "default" => SaveMode.ErrorIfExists,
            _ => throw new AnalysisException(
                "INVALID_SAVE_MODE", $"'{saveMode}' is not a save mode, expected append, overwrite, ignore, error, errorifexists or default."),
        });
    }

    /// <summary>The format: csv, json, parquet, orc, text, jdbc. Parquet when it is not said.</summary>
    /// <param name="source">A format.</param>
    public DataFrameWriter Format(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        format = source.ToLowerInvariant();
        return this;
    }

    /// <summary>An option of the format.</summary>
    /// <param name="key">Its name; case does not count.</param>
    /// <param name="value">Its value.</param>
    public DataFrameWriter Option(string key, string value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, bool value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, long value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriter Option(string key, double value)
    {
        options.Set(key, value);
        return this;
    }

    /// <summary>Options of the format.</summary>
    /// <param name="options">Names and values.</param>
    public DataFrameWriter Options(Dictionary<string, string> options)
    {
        this.options.SetAll(options);
        return this;
    }

    /// <summary>A folder <c>column=value</c> for each value of the columns, which are not in the files then.</summary>
    /// <param name="colNames">Columns' names.</param>
    /// <exception cref="AnalysisException">When it is written: there is no such column, or no other is left.</exception>
    public DataFrameWriter PartitionBy(params string[] colNames)
    {
        ArgumentNullException.ThrowIfNull(colNames);
        partitionBy = colNames.ToSeq();
        return this;
    }

    /// <summary>Buckets by the hash of columns: for tables of Spark's catalog only.</summary>
    /// <param name="numBuckets">The number of buckets.</param>
    /// <param name="colName">A column's name.</param>
    /// <param name="colNames">More of them.</param>
    public DataFrameWriter BucketBy(int numBuckets, string colName, params string[] colNames)
    {
        isBucketed = true;
        return this;
    }

    /// <summary>The order of the rows in each bucket; with <see cref="BucketBy"/> only.</summary>
    /// <param name="colName">A column's name.</param>
    /// <param name="colNames">More of them.</param>
    public DataFrameWriter SortBy(string colName, params string[] colNames)
    {
        isBucketed = true;
        return this;
    }

    /// <summary>Writes the rows to files in a folder.</summary>
    /// <param name="path">The folder.</param>
    public void Save(string path) => Save(path, CancellationToken.None);

    /// <summary>Writes the rows to the target that the options name, or to the folder of the option <c>path</c>.</summary>
    public void Save() => Save(path: null, CancellationToken.None);

    /// <summary>Adds the rows to a table that exists, columns by position.</summary>
    /// <param name="tableName">The table's name.</param>
    public void InsertInto(string tableName) =>
        Run(new WriteRequest(format, null, SparkSqlParser.ParseTableName(tableName), mode == WriteMode.Overwrite ? mode : WriteMode.Append, partitionBy, options.All));

    /// <summary>Writes the rows to a table of the catalog.</summary>
    /// <param name="tableName">The table's name.</param>
    public void SaveAsTable(string tableName) =>
        Run(new WriteRequest(format, null, SparkSqlParser.ParseTableName(tableName), mode, partitionBy, options.All));

    /// <summary>Writes the rows to a table of a database.</summary>
    /// <param name="url">The JDBC URL.</param>
    /// <param name="table">The table.</param>
    /// <param name="properties">Properties of the connection: user, password, driver...</param>
    public void Jdbc(string url, string table, Dictionary<string, string> properties)
    {
        Format("jdbc");
        options.SetAll(properties);
        options.Set("url", url);
        options.Set("dbtable", table);
        Save();
    }

    /// <summary>Writes JSON files, one object a line; null fields are left out.</summary>
    /// <param name="path">The folder.</param>
    public void Json(string path) => Format("json").Save(path);

    /// <summary>Writes Parquet files.</summary>
    /// <param name="path">The folder.</param>
    public void Parquet(string path) => Format("parquet").Save(path);

    /// <summary>Writes ORC files; the embedded engine refuses it.</summary>
    /// <param name="path">The folder.</param>
    public void Orc(string path) => Format("orc").Save(path);

    /// <summary>Writes text files: the frame has one column of text, a row is a line.</summary>
    /// <param name="path">The folder.</param>
    public void Text(string path) => Format("text").Save(path);

    /// <summary>Writes CSV files.</summary>
    /// <param name="path">The folder.</param>
    public void Csv(string path) => Format("csv").Save(path);

    internal void Save(string? path, CancellationToken cancellation)
    {
        var folder = path ?? options.TryGet("path");
        if (folder is null && format != "jdbc")
        {
            throw new AnalysisException("PATH_NOT_FOUND", $"There is no path to write {format} to; give it to Save, or as the option 'path'.");
        }

        Run(new WriteRequest(format, folder, null, mode, partitionBy, format == "jdbc" ? options.AsWritten : options.Without("path")), cancellation);
    }

    private void Run(WriteRequest request, CancellationToken cancellation = default)
    {
        if (isBucketed)
        {
            throw new RefusedException("DataFrameWriter.BucketBy", "buckets are known to Spark's catalog only. Use PartitionBy.");
        }

        foreach (var name in partitionBy)
        {
            _ = frame.Col($"`{name.Replace("`", "``", StringComparison.Ordinal)}`");
        }

        if (partitionBy.Count > 0 && partitionBy.Count >= frame.Plan.Output.Count)
        {
            throw new AnalysisException("ALL_PARTITION_COLUMNS_NOT_ALLOWED", "PartitionBy names every column, so that none is left to be written.");
        }

        frame.Session.Runner.Write(frame.Plan, request, cancellation);
    }
}
