using System.Buffers;
using SparkEtl.DuckDb;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Writing;

/// <summary>Some rows as text. Several blocks are made side by side from the rows of one chunk.</summary>
/// <param name="cells">What writes the values of each column.</param>
/// <param name="output">What makes records of them.</param>
internal sealed class CsvBlock(CellText[] cells, CsvOutput output)
{
    private readonly ArrayBufferWriter<byte> cell = new();
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly List<int> ends = [];

    /// <summary>The first of the rows in the chunk.</summary>
    public int First { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Count => ends.Count;

    /// <summary>All rows.</summary>
    public ReadOnlySpan<byte> Text => text.WrittenSpan;

    /// <summary>A row, with its line end.</summary>
    public ReadOnlySpan<byte> Row(int row) => text.WrittenSpan[(row == 0 ? 0 : ends[row - 1])..ends[row]];

    /// <summary>Takes rows in place of those it has.</summary>
    /// <param name="columns">The columns of the chunk, first those of the file.</param>
    /// <param name="first">The first row.</param>
    /// <param name="behind">Behind the last row.</param>
    public void Take(Vector[] columns, int first, int behind)
    {
        First = first;
        text.ResetWrittenCount();
        ends.Clear();
        for (var row = first; row < behind; row++)
        {
            var start = text.WrittenCount;
            for (var column = 0; column < cells.Length; column++)
            {
                var isNull = columns[column].IsNull(row);
                cell.ResetWrittenCount();
                if (!isNull)
                {
                    cells[column](columns[column], row, cell);
                }

                output.Add(text, column, cell.WrittenSpan, isNull);
            }

            output.End(text, start);
            ends.Add(text.WrittenCount);
        }
    }
}
