using System.Text.Unicode;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>Records that were read and split together, and what one thread has yet to convert of them.</summary>
/// <param name="size">How many bytes to read at once; more only for a longer record.</param>
internal sealed class CsvBatch(int size)
{
    private byte[] buffer = new byte[size];
    private bool? isText;

    /// <summary>The records.</summary>
    public CsvRows Rows { get; } = new();

    /// <summary>The file they are of.</summary>
    public CsvFile File { get; private set; } = null!;

    /// <summary>The number of the line at the beginning of the bytes, from 1.</summary>
    public long FirstLine { get; private set; }

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Data => buffer.AsSpan(0, Length);

    /// <summary>Room behind the bytes.</summary>
    public Span<byte> Room => buffer.AsSpan(Length);

    /// <summary>Whether the bytes are UTF-8.</summary>
    public bool IsText => isText ??= Utf8.IsValid(Data);

    /// <summary>The next record to convert.</summary>
    public int Next { get; set; }

    /// <summary>Begins anew with the bytes that were left of a file.</summary>
    public void Begin(CsvFile file, long firstLine, ReadOnlySpan<byte> left, IReadOnlyList<int> places)
    {
        File = file;
        FirstLine = firstLine;
        Next = 0;
        isText = null;
        Rows.Clear(places);
        if (buffer.Length < left.Length * 2)
        {
            buffer = new byte[left.Length * 2];
        }

        left.CopyTo(buffer);
        Length = left.Length;
    }

    /// <summary>The number of the line on which a record begins, from 1.</summary>
    public long Line(int row) => FirstLine + CsvReader.LinesIn(Data[..Rows.Start(row)]);

    /// <summary>Bytes were written into the room.</summary>
    public void Added(int count) => Length += count;

    /// <summary>Twice as much room, for a record that is longer.</summary>
    public void Grow() => Array.Resize(ref buffer, checked(buffer.Length * 2));

    /// <summary>Only so many of the bytes belong to the records.</summary>
    public void Cut(int length) => Length = length;
}
