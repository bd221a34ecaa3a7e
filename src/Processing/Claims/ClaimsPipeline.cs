using SparkEtl.Processing.Claims.Options;
using SparkEtl.Processing.Claims.Preprocessing;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;

namespace SparkEtl.Processing.Claims;

/// <summary>
/// The claims job: cleans TREATMENT, CLAIM, INVOICE and INVOICE_ITEM and publishes claim_agg, invoice_agg and invoice_by_claim_status.
/// docs/claims.md describes its rules and results.
/// </summary>
public sealed class ClaimsPipeline : Pipeline<ClaimsOptions>
{
    /// <inheritdoc/>
    public override string Name => "claims";

    /// <inheritdoc/>
    public override IReadOnlyList<Source> Sources(ClaimsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new ClaimsSettings(options);
        return
        [
            .. ClaimsTables.Names.Select(table => new TableSource(table, ClaimsTables.Columns(table).Select(c => (c.Name, c.Type)))
            {
                MayBeMissing = [.. settings.BackfillsOf(table).Select(b => b.Column)],
            }),
        ];
    }

    /// <inheritdoc/>
    public override PipelineResult Transform(SourceFrames sources, ClaimsOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        var settings = new ClaimsSettings(options);
        var cleaned = new PreProcessing(settings, sources, t => settings.Output is null ? Aggregation.Columns(t) : ClaimsTables.Cleaned(t));
        DataFrame claimAgg = Aggregation.ClaimAgg(cleaned).Persist();
        PipelineResult result = new PipelineResult { Metrics = cleaned.Metrics }
            .Publish(
                "claim_agg",
                claimAgg,
                ("status", "string"),
                ("total_claims", "bigint"),
                ("total_amount", "decimal(28,2)"),
                ("avg_amount", "decimal(22,6)"),
                ("max_amount", "decimal(18,2)"),
                ("min_amount", "decimal(18,2)"))
            .Publish("invoice_agg", Aggregation.InvoiceAgg(cleaned), ("status", "string"), ("total_invoices", "bigint"), ("latest_date_created", "timestamp"))
            .Publish(
                "invoice_by_claim_status",
                Aggregation.InvoiceByClaimStatus(cleaned, claimAgg),
                ("status", "string"),
                ("total_invoices", "bigint"),
                ("total_invoice_amount", "decimal(28,2)"));
        cleaned.Measure(result);
        if (settings.Output is not null)
            CleanedFiles.Add(result, cleaned, settings.Output, settings.PartitionBy);
        return result;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ReportLine> Report(RunMetrics metrics, ClaimsOptions options)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(options);
        return ClaimsMetrics.Report(metrics, new ClaimsSettings(options));
    }
}
