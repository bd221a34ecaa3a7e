using SparkEtl.Processing.Claims.Options;

namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>A backfill whose tables and columns exist, spelt as they are.</summary>
/// <param name="Place">Its place among all backfills, from 0: they run in this order.</param>
/// <param name="Table">The table that has the column.</param>
/// <param name="Column">The column that is filled.</param>
/// <param name="Key">The column of the table that says which donors.</param>
/// <param name="FromTable">The table of the donors.</param>
/// <param name="FromKey">The donors' column that the key is compared with.</param>
/// <param name="FromColumn">The donors' column that is taken.</param>
/// <param name="Which">Which of several donors counts.</param>
/// <param name="Where">Which rows may give; null when all may.</param>
internal sealed record Backfill(
    int Place, string Table, string Column, string Key, string FromTable, string FromKey, string FromColumn, DonorChoice Which, string? Where);
