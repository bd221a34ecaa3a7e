namespace SparkEtl.DuckDb;

/// <summary>What a shared table function scans.</summary>
/// <param name="Columns">Its columns, at least one.</param>
/// <param name="Open">
/// Starts a scan of the needed columns, given by their positions: chunk column i is the column at position i of the list. A position of -1
/// is a column nobody looks at, which is not written. A statement that needs none, such as a count, asks for the first. Several scans may be under way at once.
/// </param>
public sealed record SharedTableSource(IReadOnlyList<DuckDbColumn> Columns, Func<IReadOnlyList<int>, ISharedScan> Open)
{
    /// <summary>How many rows there are, for the planner; null when that is not known.</summary>
    public long? RowCount { get; init; }
}
