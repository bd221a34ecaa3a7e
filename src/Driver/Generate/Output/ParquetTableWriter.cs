using SparkEtl.Driver.Generate.Tables;
using SparkEtl.DuckDb;

namespace SparkEtl.Driver.Generate.Output;

/// <summary>Writes a table as zstd-compressed Parquet: DuckDB reads the rows as a table function and streams them to the file.</summary>
internal sealed class ParquetTableWriter : ITableWriter
{
    private const string FunctionName = "generated";

    /// <summary>Tables are written side by side, so each writer has one thread; it holds one row group at a time.</summary>
    private static readonly DuckDbOptions s_options = new()
    {
        Threads = 1,
        MemoryLimit = "1GB",
        TempDirectory = "",
        PreserveInsertionOrder = true,
    };

    /// <inheritdoc/>
    public Task WriteAsync(
        GeneratedTable table, string path, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => Write(table, path, progress, cancellationToken), cancellationToken);

    private static void Write(
        GeneratedTable table, string path, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        DuckDbColumn[] columns = [.. table.Columns.Select(column => new DuckDbColumn(column.Name, TypeOf(column.Kind)))];
        using DuckDbDatabase database = DuckDbDatabase.Open(s_options);
        using DuckDbConnection connection = database.Connect();
        connection.RegisterTable(new TableFunction(
            FunctionName, [], _ => new TableSource(columns, () => new GeneratedScan(table, progress)) { RowCount = table.RowCount }));
        string file = path.Replace("'", "''", StringComparison.Ordinal);
        connection.Execute($"COPY (FROM {FunctionName}()) TO '{file}' (FORMAT parquet, COMPRESSION zstd)", cancellationToken);
        progress?.Report(new GenerateProgress(table.Name, table.RowCount, table.RowCount));
    }

    private static DuckDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => DuckDbType.BigInt,
        ColumnKind.Text => DuckDbType.Varchar,
        ColumnKind.Amount => DuckDbType.Decimal(18, 2),
        ColumnKind.Moment => DuckDbType.TimestampTz,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
