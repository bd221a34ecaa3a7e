using System.Text.Unicode;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>One thread's part in a scan: converts the records it is given.</summary>
internal sealed class CsvPart : ITableScan
{
    private const int BatchSize = 1 << 18;

    private readonly CsvScan scan;
    private readonly CsvTable table;
    private CsvBatch batch = new(BatchSize);
    private readonly bool[] flags = new bool[DataChunk.Capacity];

    // By column of the output: what converts it, and its place among the wanted ones; none for other columns.
    private readonly (CsvColumn Column, int Place)?[] columns;

    public CsvPart(CsvScan scan, CsvTable table)
    {
        this.scan = scan;
        this.table = table;
        var place = 0;
        columns = [.. scan.Columns.Select(c => c >= 0 && table.DataPosition(c) is >= 0 and var data ? (table.Column(data), place++) : ((CsvColumn, int)?)null)];
    }

    /// <inheritdoc/>
    public int Fill(DataChunk output)
    {
        while (true)
        {
            if (batch.Next >= batch.Rows.Count)
            {
                if (scan.Next(batch) is not { } next)
                {
                    return 0;
                }

                batch = next;
                CheckText();
            }

            var first = batch.Next;
            var bad = flags.AsSpan(0, Math.Min(DataChunk.Capacity, batch.Rows.Count - first));
            bad.Clear();
            CheckWidth(first, bad);
            if (table.Options.Mode == MalformedMode.DropMalformed)
            {
                var dropped = Drop(first, bad);
                bad = bad[..^dropped];
                bad.Clear();
            }

            batch.Next += bad.Length;
            if (bad.Length > 0)
            {
                Write(output, first, bad);
                return bad.Length;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void CheckText()
    {
        if (table.Options.Mode != MalformedMode.FailFast || batch.IsText)
        {
            return;
        }

        for (var row = 0; row < batch.Rows.Count; row++)
        {
            if (!Utf8.IsValid(batch.Data[batch.Rows.Start(row)..batch.Rows.End(row)]))
            {
                throw CsvErrors.NotUtf8(batch, row);
            }
        }
    }

    private void CheckWidth(int first, Span<bool> bad)
    {
        if (!scan.ChecksWidth)
        {
            return;
        }

        for (var row = 0; row < bad.Length; row++)
        {
            if (batch.Rows.Values(first + row) != batch.File.Columns)
            {
                if (table.Options.Mode == MalformedMode.FailFast)
                {
                    throw CsvErrors.Ragged(batch, first + row);
                }

                bad[row] = true;
            }
        }
    }

    private int Drop(int first, Span<bool> bad)
    {
        foreach (var column in columns)
        {
            column?.Column.Check(batch, first, column.Value.Place, bad);
        }

        return batch.Rows.Remove(first, bad);
    }

    private void Write(DataChunk output, int first, Span<bool> bad)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is var (column, place))
            {
                column.Write(batch, first, place, output[i], bad);
                if (table.Options.Mode == MalformedMode.FailFast && bad.IndexOf(true) is >= 0 and var row)
                {
                    throw CsvErrors.Value(batch, first + row, column.Field, column.Text(batch, first + row, place));
                }
            }
        }

        for (var i = 0; i < columns.Length; i++)
        {
            var column = scan.Columns[i];
            if (column < 0 || columns[i] is not null)
            {
                continue;
            }

            if (table.IsCorruptColumn(column))
            {
                WriteCorrupt(output[i], first, bad);
            }
            else
            {
                WritePartition(output[i], table.PartitionPosition(column), bad.Length);
            }
        }
    }

    private void WriteCorrupt(Vector output, int first, Span<bool> bad)
    {
        for (var row = 0; row < bad.Length; row++)
        {
            if (bad[row] && scan.MarksCorrupt)
            {
                output.SetString(row, CsvErrors.Text(batch, first + row));
            }
            else
            {
                output.SetNull(row);
            }
        }
    }

    private void WritePartition(Vector output, int position, int rows)
    {
        var value = table.PartitionValue(batch.File.File, position);
        for (var row = 0; row < rows; row++)
        {
            output.SetValue(row, value);
        }
    }
}
