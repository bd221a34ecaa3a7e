using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>Reads the records of a file from front to back.</summary>
internal sealed class RecordReader(InputFile file, RecordForm form) : IDisposable
{
    private readonly TextFile text = TextFile.Open(file.Path, form.Encoding);
    private byte[] left = [];
    private long line = 1;
    private bool ended;

    /// <summary>Reads the next records; false when there are none left.</summary>
    public bool Read(RecordBatch batch)
    {
        if (ended)
        {
            return false;
        }

        batch.Begin(file, line, left);
        while (true)
        {
            batch.Added(text.Fill(batch.Room));
            if (batch.Room.Length > 0)
            {
                ended = true;
                return batch.Data.Length > 0;
            }

            if (form.LastEnd(batch.Data) is > 0 and var end)
            {
                left = batch.Data[end..].ToArray();
                batch.Cut(end);
                line += form.Lines(batch.Data);
                return true;
            }

            batch.Grow();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => text.Dispose();
}
