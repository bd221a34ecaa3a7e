namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Aggregates.</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
