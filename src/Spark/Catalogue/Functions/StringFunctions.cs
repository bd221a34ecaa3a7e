namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions over strings.</summary>
internal static class StringFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
