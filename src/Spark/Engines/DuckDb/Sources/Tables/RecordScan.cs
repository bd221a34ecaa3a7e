using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>A scan of files of records by several threads: reading is done by one at a time, all else by all.</summary>
/// <param name="files">The files.</param>
/// <param name="form">How they are cut into records.</param>
/// <param name="part">Opens the part of one thread.</param>
internal sealed class RecordScan(Seq<InputFile> files, RecordForm form, Func<RecordScan, ITableScan> part) : ISharedScan
{
    private readonly Lock gate = new();
    private RecordReader? reader;
    private int nextFile;

    /// <inheritdoc/>
    public int MaxThreads => Environment.ProcessorCount;

    /// <inheritdoc/>
    public ITableScan OpenPart() => part(this);

    /// <summary>Reads the next records; false when there are none left.</summary>
    public bool Next(RecordBatch batch)
    {
        lock (gate)
        {
            while (true)
            {
                if (reader is null)
                {
                    if (nextFile == files.Count)
                    {
                        return false;
                    }

                    reader = new RecordReader(files[nextFile++], form);
                }

                if (reader.Read(batch))
                {
                    return true;
                }

                reader.Dispose();
                reader = null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader?.Dispose();
}
