namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Structs.</summary>
internal static class StructFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
