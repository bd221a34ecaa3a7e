using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;
using SparkEtl.Spark.Sql;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>Sales by shop; with <see cref="SalesOptions.Pairs"/>, more rows than could be published in hours.</summary>
internal sealed class SalesPipeline : Pipeline<SalesOptions>
{
    public override string Name => "sales";

    public override IReadOnlyList<Source> Sources(SalesOptions options) =>
        [new TableSource("SALE", ("SHOP", "string"), ("AMOUNT", "decimal(10,2)"), ("DAY", "date"))];

    public override PipelineResult Transform(SourceFrames sources, SalesOptions options)
    {
        var sales = sources["SALE"];
        return options.Pairs
            ? new PipelineResult().Publish("by_shop", Pairs(sales), ("shop", "string"), ("total", "decimal(20,2)"))
            : new PipelineResult().Publish(
                "by_shop",
                sales.GroupBy("SHOP").Agg(Functions.Sum("AMOUNT").As("total")).Select(Functions.Col("SHOP").As("shop"), Functions.Col("total")),
                ("shop", "string"),
                ("total", "decimal(20,2)"));
    }

    private static DataFrame Pairs(DataFrame sales)
    {
        var shops = sales.Select(Functions.Col("SHOP").As("other"));
        return sales.Select("SHOP", "AMOUNT").CrossJoin(shops).CrossJoin(shops.WithColumnRenamed("other", "third"))
            .SelectExpr("SHOP AS shop", "CAST(AMOUNT AS decimal(20,2)) AS total");
    }
}
