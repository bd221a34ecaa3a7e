namespace SparkEtl.Processing.Pipelines.Reports;

/// <summary>What a step did to a table's rows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Step">The step's name.</param>
/// <param name="RowsIn">Rows before it.</param>
/// <param name="RowsOut">Rows after it.</param>
/// <param name="RowsChanged">Rows in which it changed at least one value.</param>
public sealed record StepLine(string Table, string Step, long RowsIn, long RowsOut, long RowsChanged) : ReportLine(Table)
{
    /// <inheritdoc/>
    public override string Text => $"{Step}: {Number(RowsIn, "row")} in, {Number(RowsOut)} out, {Number(RowsChanged)} changed";
}
