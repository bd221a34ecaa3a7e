namespace SparkEtl.Warehouse.Servers;

/// <summary>What was put into a staging table.</summary>
/// <param name="Count">The number of rows.</param>
/// <param name="LongestText">For each column: the bytes of UTF-8 of its longest text; 0 where there is none.</param>
internal sealed record LoadedRows(long Count, IReadOnlyList<int> LongestText);
