namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>
/// Records split into values, not yet converted. Only the values of wanted columns are kept; of every record how many values it has and
/// where it begins.
/// </summary>
internal sealed class CsvRows
{
    private const int FirstCapacity = 256;

    // By column of the file: the place of the value in a row, or -1.
    private int[] places = [];
    private int width;
    private CsvField[] fields = [];
    private int[] counts = new int[FirstCapacity];
    private int[] starts = new int[FirstCapacity];
    private int[] ends = new int[FirstCapacity];
    private byte[] rewritten = [];
    private int rewrittenLength;
    private int rewrittenBefore;
    private int column;
    private readonly List<CsvField> large = [];

    /// <summary>How many bytes a value may have without being <see cref="Large"/>.</summary>
    public int LargeSize { get; set; } = int.MaxValue;

    /// <summary>The large values of the last record, of all columns.</summary>
    public IReadOnlyList<CsvField> Large => large;

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>A value.</summary>
    /// <param name="row">The record.</param>
    /// <param name="wanted">The column, counted among the wanted ones.</param>
    public CsvField this[int row, int wanted] => fields[(row * width) + wanted];

    /// <summary>How many values a record has.</summary>
    public int Values(int row) => counts[row];

    /// <summary>Where a record begins in the data.</summary>
    public int Start(int row) => starts[row];

    /// <summary>Where a record ends in the data, with what ends its line.</summary>
    public int End(int row) => ends[row];

    /// <summary>The bytes of a value that is there.</summary>
    public ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> data, CsvField field) => field.Start >= CsvField.Unescaped
        ? rewritten.AsSpan(field.Start - CsvField.Unescaped, field.Length)
        : data.Slice(field.Start, field.Length);

    /// <summary>Forgets all records, and says which columns of the next ones are wanted.</summary>
    /// <param name="columns">The wanted columns by their position in the file, each once; -1 for one the file does not have.</param>
    public void Clear(IReadOnlyList<int> columns)
    {
        Count = 0;
        rewrittenLength = 0;
        width = columns.Count;
        places = new int[columns.Count == 0 ? 0 : columns.Max() + 1];
        Array.Fill(places, -1);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i] >= 0)
            {
                places[columns[i]] = i;
            }
        }

        if (fields.Length < counts.Length * width)
        {
            fields = new CsvField[counts.Length * width];
        }
    }

    /// <summary>Begins a record.</summary>
    /// <param name="start">Where it begins in the data.</param>
    public void BeginRow(int start)
    {
        if (Count == counts.Length)
        {
            Array.Resize(ref counts, Count * 2);
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref ends, Count * 2);
            Array.Resize(ref fields, Count * 2 * width);
        }

        fields.AsSpan(Count * width, width).Fill(new CsvField(0, CsvField.Missing));
        starts[Count] = start;
        rewrittenBefore = rewrittenLength;
        column = 0;
        large.Clear();
    }

    /// <summary>The next value of the record.</summary>
    public void Add(CsvField field)
    {
        if (column < places.Length && places[column] is >= 0 and var place)
        {
            fields[(Count * width) + place] = field;
        }

        column++;
        if (field.Length > LargeSize)
        {
            large.Add(field);
        }
    }

    /// <summary>Ends the record.</summary>
    /// <param name="end">Where the next line begins.</param>
    public void EndRow(int end)
    {
        ends[Count] = end;
        counts[Count++] = column;
    }

    /// <summary>Forgets records.</summary>
    /// <param name="first">The first that may go.</param>
    /// <param name="gone">One flag a record from there on.</param>
    /// <returns>How many went.</returns>
    public int Remove(int first, ReadOnlySpan<bool> gone)
    {
        var to = first;
        for (var row = first; row < Count; row++)
        {
            if (row - first < gone.Length && gone[row - first])
            {
                continue;
            }

            counts[to] = counts[row];
            starts[to] = starts[row];
            ends[to] = ends[row];
            fields.AsSpan(row * width, width).CopyTo(fields.AsSpan(to * width));
            to++;
        }

        var removed = Count - to;
        Count = to;
        return removed;
    }

    /// <summary>Forgets the last record.</summary>
    public void RemoveLast() => Count--;

    /// <summary>Forgets the record begun.</summary>
    public void CancelRow() => rewrittenLength = rewrittenBefore;

    /// <summary>Where the next rewritten value begins.</summary>
    public int RewriteStart => rewrittenLength + CsvField.Unescaped;

    /// <summary>Adds to the value being rewritten.</summary>
    public void Rewrite(ReadOnlySpan<byte> bytes)
    {
        if (rewritten.Length - rewrittenLength < bytes.Length)
        {
            Array.Resize(ref rewritten, Math.Max(rewritten.Length * 2, Math.Max(256, rewrittenLength + bytes.Length)));
        }

        bytes.CopyTo(rewritten.AsSpan(rewrittenLength));
        rewrittenLength += bytes.Length;
    }

    /// <summary>Writes over a byte of the value being rewritten.</summary>
    public void SetRewritten(int at, byte value) => rewritten[at - CsvField.Unescaped] = value;

    /// <summary>Takes back from the end of the value being rewritten, which began there, what may be taken.</summary>
    public int TrimRewritten(int start)
    {
        var first = start - CsvField.Unescaped;
        while (rewrittenLength > first && rewritten[rewrittenLength - 1] <= (byte)' ')
        {
            rewrittenLength--;
        }

        return rewrittenLength - first;
    }

    /// <summary>How long the value being rewritten is.</summary>
    public int RewrittenLength(int start) => rewrittenLength - (start - CsvField.Unescaped);
}
