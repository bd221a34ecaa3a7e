namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions that only a window gives.</summary>
internal static class WindowFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
