using System.Buffers;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Writing;

/// <summary>A file of text that is being written: rows gather in memory and go to the disk many at a time.</summary>
/// <param name="path">Its path.</param>
/// <param name="packing">How it is encoded and packed.</param>
internal sealed class PartFile(string path, TextPacking packing) : IDisposable
{
    private Stream? stream;

    /// <summary>Rows that are not on the disk yet.</summary>
    public ArrayBufferWriter<byte> Rows { get; } = new();

    /// <summary>Whether the file is held open.</summary>
    public bool IsOpen => stream is not null;

    /// <summary>Writes the rows to the disk; the file stays open.</summary>
    public void Flush()
    {
        stream ??= packing.Append(path);
        stream.Write(Rows.WrittenSpan);
        Rows.ResetWrittenCount();
    }

    /// <summary>Closes the file, which may be opened again.</summary>
    public void Close()
    {
        stream?.Dispose();
        stream = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Close();
}
