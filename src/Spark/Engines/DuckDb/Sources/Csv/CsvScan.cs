using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>
/// A scan of CSV files by several threads: reading and splitting, which must go from front to back, is done by one at a time; converting by
/// all.
/// </summary>
internal sealed class CsvScan : ISharedScan
{
    private const int BatchSize = 1 << 18;

    private readonly Lock gate = new();
    private readonly Lock reading = new();
    private readonly CsvTable table;
    private readonly IReadOnlyList<int> wanted;
    private CsvReader? reader;
    private int nextFile;
    private Lazy<CsvBatch?>? ahead;
    private bool ended;

    /// <summary>Begins a scan.</summary>
    /// <param name="table">The files.</param>
    /// <param name="columns">The wanted columns by position in the table, -1 for one that nobody looks at.</param>
    public CsvScan(CsvTable table, IReadOnlyList<int> columns)
    {
        this.table = table;
        wanted = [.. columns.Where(c => c >= 0).Select(table.DataPosition).Where(p => p >= 0)];
        var corrupt = columns.Any(table.IsCorruptColumn);
        ChecksWidth = table.Options.Syntax.MultiLine || table.Options.Mode == MalformedMode.FailFast || wanted.Count == table.DataColumns;
        MarksCorrupt = corrupt && table.Options.Mode == MalformedMode.Permissive;
        Columns = columns;
    }

    /// <summary>The columns of the output by position in the table.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Whether records of another number of values are malformed. Spark looks only when it reads all columns, or whole files.</summary>
    public bool ChecksWidth { get; }

    /// <summary>Whether the text of malformed records is asked for.</summary>
    public bool MarksCorrupt { get; }

    /// <inheritdoc/>
    public int MaxThreads => Environment.ProcessorCount;

    /// <inheritdoc/>
    public ITableScan OpenPart() => new CsvPart(this, table);

    /// <summary>The next records; null when there are none left. Those behind them are read and split meanwhile.</summary>
    /// <param name="used">A batch that is not needed any more.</param>
    public CsvBatch? Next(CsvBatch used)
    {
        lock (gate)
        {
            var filled = (ahead ?? Ahead(new CsvBatch(BatchSize))).Value;
            ahead = filled is null ? ahead : Ahead(used);
            return filled;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (reading)
        {
            ended = true;
            reader?.Dispose();
        }
    }

    // Done by a thread of the pool, or by the one that wants the records when the pool has not come to it.
    private Lazy<CsvBatch?> Ahead(CsvBatch batch)
    {
        var read = new Lazy<CsvBatch?>(() => Read(batch));
        ThreadPool.UnsafeQueueUserWorkItem(Start, read, preferLocal: false);
        return ahead = read;
    }

    private static void Start(Lazy<CsvBatch?> read)
    {
        try
        {
            _ = read.Value;
        }
        catch (Exception)
        {
            // Thrown again to whoever asks for the value.
        }
    }

    private CsvBatch? Read(CsvBatch batch)
    {
        lock (reading)
        {
            while (!ended)
            {
                if (reader is null)
                {
                    if (nextFile == table.Files.Count)
                    {
                        return null;
                    }

                    reader = new CsvReader(table.Files[nextFile++], table.Options, table.Options.Header);
                }

                var places = table.Files[nextFile - 1].Places;
                if (reader.Read(batch, [.. wanted.Select(w => places[w])]))
                {
                    return batch;
                }

                reader.Dispose();
                reader = null;
            }

            return null;
        }
    }
}
