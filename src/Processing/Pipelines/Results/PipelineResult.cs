namespace SparkEtl.Processing.Pipelines.Results;

/// <summary>
/// What a pipeline makes: tables that are published, files that are written, frames that are computed only for what they observe. A run
/// takes the files first, then the measured frames, then the tables, each in the order in which they were added.
/// </summary>
public sealed class PipelineResult
{
    private readonly List<ResultTable> tables = [];
    private readonly List<FileOutput> files = [];
    private readonly List<MeasuredFrame> measured = [];

    /// <summary>The tables that are published.</summary>
    public IReadOnlyList<ResultTable> Tables => tables;

    /// <summary>The files that are written.</summary>
    public IReadOnlyList<FileOutput> Files => files;

    /// <summary>The frames that are only measured.</summary>
    public IReadOnlyList<MeasuredFrame> Measured => measured;

    /// <summary>The metrics that a run must have observed when all of it is computed.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Publishes a table.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="frame">Its rows.</param>
    /// <param name="columns">Its columns with their types in SQL, in order; the frame must have exactly these.</param>
    /// <returns>This result.</returns>
    /// <exception cref="PipelineException">The frame has other columns.</exception>
    public PipelineResult Publish(string table, DataFrame frame, params IEnumerable<(string Name, string Type)> columns)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ResultColumn[] promised = [.. columns.Select(c => new ResultColumn(c.Name, c.Type))];
        ResultColumn[] found = [.. frame.Schema().Fields.Select(f => new ResultColumn(f.Name, f.DataType.SimpleString))];
        if (!promised.SequenceEqual(found))
        {
            throw new PipelineException($"The result '{table}' has the columns {Text(found)}; promised are {Text(promised)}.");
        }

        tables.Add(new ResultTable(table, frame, promised));
        return this;
    }

    /// <summary>Writes rows as Parquet files.</summary>
    /// <param name="name">What they are called in messages.</param>
    /// <param name="frame">The rows.</param>
    /// <param name="path">The folder, replaced as a whole.</param>
    /// <param name="partitionBy">Columns of the frame that become folders.</param>
    /// <returns>This result.</returns>
    public PipelineResult WriteFiles(string name, DataFrame frame, string path, params IEnumerable<string> partitionBy)
    {
        files.Add(new FileOutput(name, frame, path, [.. partitionBy]));
        return this;
    }

    /// <summary>Computes a frame only for what it observes.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="frame">A frame with an <c>Observe</c> in it.</param>
    /// <returns>This result.</returns>
    public PipelineResult Measure(string name, DataFrame frame)
    {
        measured.Add(new MeasuredFrame(name, frame));
        return this;
    }

    private static string Text(ResultColumn[] columns) => string.Join(", ", columns.Select(c => $"{c.Name} {c.Type}"));
}
