using SparkEtl.Driver.Generate.Tables;
using SparkEtl.DuckDb;

namespace SparkEtl.Driver.Generate.Output;

/// <summary>Hands the rows of a table to DuckDB, a chunk at a time.</summary>
/// <param name="table">The table.</param>
/// <param name="progress">Told after every chunk.</param>
internal sealed class GeneratedScan(GeneratedTable table, IProgress<GenerateProgress>? progress) : ITableScan, IRowSink
{
    private readonly Vector[] _columns = new Vector[table.Columns.Count];
    private long _next;
    private int _column;
    private int _row;

    /// <inheritdoc/>
    public int Fill(DataChunk output)
    {
        for (int column = 0; column < _columns.Length; column++)
            _columns[column] = output[column];
        _column = 0;
        for (_row = 0; _row < DataChunk.Capacity && _next < table.RowCount;)
            table.Write(_next++, this);
        progress?.Report(new GenerateProgress(table.Name, _next, table.RowCount));
        return _row;
    }

    /// <inheritdoc/>
    public void Whole(long? value) => Fixed(value);

    /// <inheritdoc/>
    public void Text(string? value)
    {
        Vector column = _columns[_column++];
        if (value is null)
            column.SetNull(_row);
        else
            column.SetString(_row, value);
    }

    /// <inheritdoc/>
    public void Amount(long? cents) => Fixed(cents);

    /// <inheritdoc/>
    public void Moment(long? seconds) => Fixed(seconds * 1_000_000);

    /// <inheritdoc/>
    public void EndRow()
    {
        _row++;
        _column = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Eight bytes a row: a bigint, a decimal of 18 digits, microseconds.</summary>
    private void Fixed(long? value)
    {
        Vector column = _columns[_column++];
        if (value is { } number)
            column.Writable<long>()[_row] = number;
        else
            column.SetNull(_row);
    }
}
