namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Numbers.</summary>
internal static class MathFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
