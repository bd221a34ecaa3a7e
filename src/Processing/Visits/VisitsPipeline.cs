using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;

namespace SparkEtl.Processing.Visits;

/// <summary>
/// Visitors a day, from files with one row a visit: result <c>daily_visits</c> with <c>visit_date</c>, <c>visitors</c>, and
/// <c>observed</c>, the mean of this and the previous day that has any, null on the first. A visit without a date is counted in the
/// report and in no day.
/// </summary>
public sealed class VisitsPipeline : Pipeline<VisitsOptions>
{
    private const string Visits = "visits";
    private const string Read = "visits.read";

    /// <inheritdoc/>
    public override string Name => Visits;

    /// <inheritdoc/>
    public override bool ReadsTables => false;

    /// <inheritdoc/>
    public override IReadOnlyList<Source> Sources(VisitsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Columns.Contains(VisitsOptions.DateColumn))
        {
            throw new PipelineException(
                $"visits.columns is [{string.Join(", ", options.Columns)}]; {VisitsOptions.DateColumn} must be among them, as visits are counted by it.");
        }

        return [new CsvFolderSource(Visits, options.Path, options.Columns.Select(c => (c, c == VisitsOptions.DateColumn ? "date" : "string")))];
    }

    /// <inheritdoc/>
    public override PipelineResult Transform(SourceFrames sources, VisitsOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        DataFrame daily = sources[Visits]
            .Observe(Read, Count(Lit(1)).As("rows_in"), Count(Col("visit_date")).As("rows_out"))
            .Filter(Col("visit_date").IsNotNull())
            .GroupBy("visit_date")
            .Agg(Count(Lit(1)).As("visitors"));
        WindowSpec byDate = Window.OrderBy("visit_date");
        DataFrame observed = daily.Select(
            Col("visit_date"),
            Col("visitors"),
            When(Lag("visitors", 1).Over(byDate).IsNotNull(), Avg("visitors").Over(byDate.RowsBetween(-1, 0))).As("observed"));
        return new PipelineResult { Metrics = [Read] }
            .Publish("daily_visits", observed.OrderBy("visit_date"), ("visit_date", "date"), ("visitors", "bigint"), ("observed", "double"));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ReportLine> Report(RunMetrics metrics, VisitsOptions options)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return [new StepLine(Visits, "drop visits without a date", metrics.Count(Read, "rows_in"), metrics.Count(Read, "rows_out"), 0)];
    }
}
