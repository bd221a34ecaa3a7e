namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Digests and hashes.</summary>
internal static class HashFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
