namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>CASE-like functions and tests for null.</summary>
internal static class ConditionalFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
