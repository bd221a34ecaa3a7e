using SparkEtl.Spark.Catalogue.Functions.Misc;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions of no other family.</summary>
internal static class MiscFunctions
{
    public static IEnumerable<Function> All =>
    [
        .. Introspection.All,
        .. RandomFunctions.All,
        .. CipherFunctions.All,
        .. BitmapFunctions.All,
        .. XPathFunctions.All,
        .. SparkOnlyFunctions.All,
    ];
}
