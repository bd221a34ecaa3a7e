namespace SparkEtl.DuckDb.Tests;

/// <summary>Feeds rows of objects, and says whether it was disposed.</summary>
internal sealed class RowScan(IReadOnlyList<object?[]> rows) : ITableScan
{
    private int next;

    internal bool IsDisposed { get; private set; }

    public int Fill(DataChunk output)
    {
        int count = Math.Min(DataChunk.Capacity, rows.Count - next);
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column < output.ColumnCount; column++)
                output[column].SetValue(row, rows[next + row][column]);
        }
        next += count;
        return count;
    }

    public void Dispose() => IsDisposed = true;
}
