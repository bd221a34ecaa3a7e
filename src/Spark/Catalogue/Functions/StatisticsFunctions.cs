namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Aggregates of statistics.</summary>
internal static class StatisticsFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
