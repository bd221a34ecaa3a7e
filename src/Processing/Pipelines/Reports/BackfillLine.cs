namespace SparkEtl.Processing.Pipelines.Reports;

/// <summary>What a backfill did to a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column that was filled.</param>
/// <param name="FromTable">The table that gave the values.</param>
/// <param name="Filled">Rows that had no value and were given one.</param>
/// <param name="StillNull">Rows that had no value and have none: nothing matched.</param>
/// <param name="Conflicts">Keys that a row without a value asked for and that offered more than one distinct value.</param>
public sealed record BackfillLine(string Table, string Column, string FromTable, long Filled, long StillNull, long Conflicts) : ReportLine(Table)
{
    /// <inheritdoc/>
    public override string Text =>
        $"{Column} from {FromTable}: {Number(Filled)} filled, {Number(StillNull)} still null, {Number(Conflicts, "key")} in conflict";
}
