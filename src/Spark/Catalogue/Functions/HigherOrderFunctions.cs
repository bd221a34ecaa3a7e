namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions that take a function.</summary>
internal static class HigherOrderFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
