namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Arrays.</summary>
internal static class ArrayFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
