using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>Records that were read together, in their order.</summary>
/// <param name="form">How they are told apart.</param>
internal sealed class RecordBatch(RecordForm form)
{
    private const int Size = 1 << 18;

    private byte[] buffer = new byte[Size];
    private int length;
    private int next;
    private int current;
    private long firstLine;

    /// <summary>The file they are of.</summary>
    public InputFile File { get; private set; } = null!;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Data => buffer.AsSpan(0, length);

    /// <summary>Room behind the bytes.</summary>
    public Span<byte> Room => buffer.AsSpan(length);

    /// <summary>The number of the line on which the current record begins, from 1.</summary>
    public long Line => firstLine + form.Lines(Data[..current]);

    /// <summary>Begins anew with the bytes that were left of a file.</summary>
    public void Begin(InputFile file, long line, ReadOnlySpan<byte> left)
    {
        (File, firstLine, next, current) = (file, line, 0, 0);
        if (buffer.Length < left.Length * 2)
        {
            buffer = new byte[left.Length * 2];
        }

        left.CopyTo(buffer);
        length = left.Length;
    }

    /// <summary>Bytes were written into the room.</summary>
    public void Added(int count) => length += count;

    /// <summary>Twice as much room, for a record that is longer.</summary>
    public void Grow() => Array.Resize(ref buffer, checked(buffer.Length * 2));

    /// <summary>Only so many of the bytes are whole records.</summary>
    public void Cut(int whole) => length = whole;

    /// <summary>The next record; false when there is none left.</summary>
    public bool TryNext(out ReadOnlySpan<byte> record)
    {
        if (next >= length)
        {
            record = default;
            return false;
        }

        current = next;
        (var end, next) = form.Record(Data, current);
        record = Data[current..end];
        return true;
    }
}
