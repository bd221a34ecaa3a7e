namespace SparkEtl.Processing.Pipelines.Reports;

/// <summary>What a rule dropped.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Dropped">Rows that broke it and no rule before it.</param>
public sealed record FilterLine(string Table, string Rule, long Dropped) : ReportLine(Table)
{
    /// <inheritdoc/>
    public override string Text => $"{Rule}: {Number(Dropped, "row")} dropped";
}
