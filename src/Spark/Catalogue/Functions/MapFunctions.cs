namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Maps.</summary>
internal static class MapFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
