using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql;

/// <summary>Reads data from outside: a format, its options, then <c>Load</c>. Setters change this object and return it.</summary>
public sealed class DataFrameReader
{
    private readonly SparkSession session;
    private readonly SourceOptions options = new();
    private string format = "parquet";
    private StructType? schema;

    internal DataFrameReader(SparkSession session) => this.session = session;

    /// <summary>The format: csv, json, parquet, orc, text, jdbc. Parquet when it is not said.</summary>
    /// <param name="source">A format.</param>
    public DataFrameReader Format(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        format = source.ToLowerInvariant();
        return this;
    }

    /// <summary>The schema of the data, so that it is not inferred.</summary>
    /// <param name="schema">Names and types.</param>
    public DataFrameReader Schema(StructType schema)
    {
        this.schema = schema ?? throw new ArgumentNullException(nameof(schema));
        return this;
    }

    /// <summary>The schema of the data, so that it is not inferred.</summary>
    /// <param name="schemaString">As SQL writes it: <c>a INT, b STRING</c>.</param>
    public DataFrameReader Schema(string schemaString) => Schema(SparkSqlParser.ParseSchema(schemaString));

    /// <summary>An option of the format.</summary>
    /// <param name="key">Its name; case does not count.</param>
    /// <param name="value">Its value.</param>
    public DataFrameReader Option(string key, string value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, bool value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, long value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameReader Option(string key, double value)
    {
        options.Set(key, value);
        return this;
    }

    /// <summary>Options of the format.</summary>
    /// <param name="options">Names and values.</param>
    public DataFrameReader Options(Dictionary<string, string> options)
    {
        this.options.SetAll(options);
        return this;
    }

    /// <summary>Reads a source that has no path, or the path of the option <c>path</c>.</summary>
    public DataFrame Load() => format == "jdbc" ? External()
        : options.TryGet("path") is { } path ? Load([path])
        : throw new AnalysisException("UNABLE_TO_INFER_SCHEMA", $"There is no path to read {format} from; give it to Load, or as the option 'path'.");

    /// <summary>Reads a file, or all files of a folder.</summary>
    /// <param name="path">A file or folder.</param>
    public DataFrame Load(string path) => Load([path]);

    /// <summary>Reads files, and all files of folders.</summary>
    /// <param name="paths">Files and folders.</param>
    public DataFrame Load(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Length == 0)
        {
            return Load();
        }

        var read = options.Without("path");
        return Of(new FileSource(format, paths.ToSeq(), read, schema));
    }

    /// <summary>Reads a table of a database.</summary>
    /// <param name="url">The JDBC URL.</param>
    /// <param name="table">The table, or a query in parentheses with a name.</param>
    /// <param name="properties">Properties of the connection: user, password, driver...</param>
    public DataFrame Jdbc(string url, string table, Dictionary<string, string> properties)
    {
        JdbcOptions(url, table, properties);
        return External();
    }

    /// <summary>Reads a table of a database in parts by ranges of a column, all of it.</summary>
    /// <param name="url">The JDBC URL.</param>
    /// <param name="table">The table, or a query in parentheses with a name.</param>
    /// <param name="columnName">A column of numbers, dates or timestamps.</param>
    /// <param name="lowerBound">Where the second part starts, about; no row is left out below.</param>
    /// <param name="upperBound">Where the last part starts, about; no row is left out above.</param>
    /// <param name="numPartitions">The number of parts.</param>
    /// <param name="properties">Properties of the connection: user, password, driver...</param>
    public DataFrame Jdbc(
        string url, string table, string columnName, long lowerBound, long upperBound, int numPartitions, Dictionary<string, string> properties)
    {
        JdbcOptions(url, table, properties);
        options.Set("partitionColumn", columnName);
        options.Set("lowerBound", lowerBound);
        options.Set("upperBound", upperBound);
        options.Set("numPartitions", numPartitions);
        return External();
    }

    /// <summary>Reads a table of a database in parts, one for each condition.</summary>
    /// <param name="url">The JDBC URL.</param>
    /// <param name="table">The table, or a query in parentheses with a name.</param>
    /// <param name="predicates">Conditions in the database's SQL; together they should hold every row once.</param>
    /// <param name="properties">Properties of the connection: user, password, driver...</param>
    public DataFrame Jdbc(string url, string table, IEnumerable<string> predicates, Dictionary<string, string> properties)
    {
        ArgumentNullException.ThrowIfNull(predicates);
        var parts = predicates.ToSeq();
        if (parts.Count == 0)
        {
            throw new AnalysisException("INVALID_PARAMETER_VALUE", $"Reading {table} by predicates needs at least one.");
        }

        JdbcOptions(url, table, properties);
        return Of(new ExternalSource(format, options.AsWritten) { Predicates = parts });
    }

    /// <summary>Reads JSON files, one object a line.</summary>
    /// <param name="paths">Files and folders.</param>
    public DataFrame Json(params string[] paths) => Format("json").Load(paths);

    /// <summary>Reads CSV files. Without a schema and without <c>inferSchema</c> every column is text.</summary>
    /// <param name="paths">Files and folders.</param>
    public DataFrame Csv(params string[] paths) => Format("csv").Load(paths);

    /// <summary>Reads Parquet files.</summary>
    /// <param name="paths">Files and folders.</param>
    public DataFrame Parquet(params string[] paths) => Format("parquet").Load(paths);

    /// <summary>Reads ORC files; the embedded engine refuses them.</summary>
    /// <param name="paths">Files and folders.</param>
    public DataFrame Orc(params string[] paths) => Format("orc").Load(paths);

    /// <summary>The table or view of a name.</summary>
    /// <param name="tableName">Such as <c>claims</c>.</param>
    /// <exception cref="AnalysisException">There is none.</exception>
    public DataFrame Table(string tableName) => session.Table(tableName);

    /// <summary>Reads text files: a column <c>value</c>, a row each line.</summary>
    /// <param name="paths">Files and folders.</param>
    public DataFrame Text(params string[] paths) => Format("text").Load(paths);

    private void JdbcOptions(string url, string table, Dictionary<string, string> properties)
    {
        Format("jdbc");
        options.SetAll(properties);
        options.Set("url", url);
        options.Set("dbtable", table);
    }

    private DataFrame External() => Of(new ExternalSource(format, options.AsWritten));

    private DataFrame Of(ScanSource source) => new(session, session.Engine.Read(source, session.State.Cancellation));
}
