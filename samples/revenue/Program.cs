using SparkEtl.Driver;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;
using static SparkEtl.Spark.Sql.Functions;

return await SparkEtlApp.RunAsync(args, pipelines => pipelines.Add<RevenuePipeline>());

internal sealed record RevenueOptions(string Status = "PAID", int Top = 10);

internal sealed class RevenuePipeline : Pipeline<RevenueOptions>
{
    public override string Name => "revenue";

    public override IReadOnlyList<Source> Sources(RevenueOptions options) =>
        [new TableSource("INVOICE_ITEM", ("PRODUCT_ID", "bigint"), ("STATUS", "string"), ("AMOUNT", "decimal(18,2)"))];

    public override PipelineResult Transform(SourceFrames sources, RevenueOptions options) => new PipelineResult().Publish(
        "revenue",
        sources["INVOICE_ITEM"]
            .Filter(Col("STATUS") == options.Status & Col("PRODUCT_ID") >= 0)
            .GroupBy(Col("PRODUCT_ID").As("product"))
            .Agg(Count(Lit(1)).As("items"), Sum("AMOUNT").As("amount"))
            .OrderBy(Col("amount").Desc(), Col("product").Asc())
            .Limit(options.Top),
        ("product", "bigint"),
        ("items", "bigint"),
        ("amount", "decimal(28,2)"));
}
