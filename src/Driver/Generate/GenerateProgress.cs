namespace SparkEtl.Driver.Generate;

/// <summary>How far one table is.</summary>
/// <param name="Table">Table name, upper case.</param>
/// <param name="RowsWritten">Rows written so far.</param>
/// <param name="RowsTotal">Rows the table will have.</param>
internal readonly record struct GenerateProgress(string Table, long RowsWritten, long RowsTotal);
