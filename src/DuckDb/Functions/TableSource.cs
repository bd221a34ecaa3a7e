namespace SparkEtl.DuckDb;

/// <summary>What a table function scans.</summary>
/// <param name="Columns">Its columns, at least one.</param>
/// <param name="Open">Starts a scan; several may be under way at once.</param>
public sealed record TableSource(IReadOnlyList<DuckDbColumn> Columns, Func<ITableScan> Open)
{
    /// <summary>How many rows there are, for the planner; null when that is not known.</summary>
    public long? RowCount { get; init; }
}
