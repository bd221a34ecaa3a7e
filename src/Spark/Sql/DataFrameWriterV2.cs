using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <summary>Writes the rows of a frame to a table of the catalog. Setters change this object and return it.</summary>
public sealed class DataFrameWriterV2
{
    private readonly DataFrame frame;
    private readonly Seq<string> table;
    private readonly SourceOptions options = new();
    private readonly SourceOptions properties = new();
    private string provider = "parquet";
    private Seq<string> partitionedBy = [];

    internal DataFrameWriterV2(DataFrame frame, Seq<string> table)
    {
        this.frame = frame;
        this.table = table;
    }

    /// <summary>The format of a table that is made.</summary>
    /// <param name="provider">Such as parquet.</param>
    public DataFrameWriterV2 Using(string provider)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        this.provider = provider.ToLowerInvariant();
        return this;
    }

    /// <summary>An option of the write.</summary>
    /// <param name="key">Its name; case does not count.</param>
    /// <param name="value">Its value.</param>
    public DataFrameWriterV2 Option(string key, string value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, bool value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, long value)
    {
        options.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Option(string, string)"/>
    public DataFrameWriterV2 Option(string key, double value)
    {
        options.Set(key, value);
        return this;
    }

    /// <summary>Options of the write.</summary>
    /// <param name="options">Names and values.</param>
    public DataFrameWriterV2 Options(Dictionary<string, string> options)
    {
        this.options.SetAll(options);
        return this;
    }

    /// <summary>A property of a table that is made.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="value">Its value.</param>
    public DataFrameWriterV2 TableProperty(string property, string value)
    {
        properties.Set(property, value);
        return this;
    }

    /// <summary>The partitions of a table that is made.</summary>
    /// <param name="column">A column of the frame.</param>
    /// <param name="columns">More of them.</param>
    /// <exception cref="RefusedException">One is no column but a transform such as <see cref="Functions.Years(Column)"/>.</exception>
    public DataFrameWriterV2 PartitionedBy(Column column, params Column[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        partitionedBy = columns.Prepend(column).Select(c => c.Syntax switch
        {
            NameSyntax name => name.Parts[^1],
            BoundSyntax bound => bound.Attribute.Name,
            _ => throw new RefusedException($"Partitioning by {c}", "only columns partition a table. Compute the value in a column and name that."),
        }).ToSeq();
        return this;
    }

    /// <summary>Makes the table.</summary>
    /// <exception cref="AnalysisException">There is one of that name.</exception>
    public void Create() => Run(WriteMode.ErrorIfExists);

    /// <summary>Replaces the table.</summary>
    /// <exception cref="AnalysisException">There is none of that name.</exception>
    public void Replace()
    {
        RequireTable();
        Run(WriteMode.Overwrite);
    }

    /// <summary>Makes the table, or replaces it.</summary>
    public void CreateOrReplace() => Run(WriteMode.Overwrite);

    /// <summary>Adds the rows to the table.</summary>
    /// <exception cref="AnalysisException">There is none of that name.</exception>
    public void Append()
    {
        RequireTable();
        Run(WriteMode.Append);
    }

    /// <summary>Refused: replaces the rows for which the condition is true.</summary>
    /// <param name="condition">A boolean column over the table.</param>
    /// <exception cref="RefusedException">Always.</exception>
    public void Overwrite(Column condition) => throw new RefusedException(
        "DataFrameWriterV2.Overwrite", "no table here replaces rows by a condition. Join what is to stay with the new rows and use CreateOrReplace.");

    /// <summary>Refused: replaces the partitions that the rows belong to.</summary>
    /// <exception cref="RefusedException">Always.</exception>
    public void OverwritePartitions() => throw new RefusedException(
        "DataFrameWriterV2.OverwritePartitions", "no table here replaces partitions. Write the folder of the partition with mode overwrite.");

    private void RequireTable()
    {
        if (frame.Session.Tables.Resolve(table) is null)
        {
            throw new AnalysisException("TABLE_OR_VIEW_NOT_FOUND", $"There is no table '{string.Join('.', table)}'; Create makes it.");
        }
    }

    private void Run(WriteMode mode)
    {
        var all = options.All.AddRange(properties.All.Map(p => KeyValuePair.Create($"table.{p.Key}", p.Value)));
        frame.Session.Runner.Write(frame.Plan, new WriteRequest(provider, null, table, mode, partitionedBy, all), CancellationToken.None);
    }
}
