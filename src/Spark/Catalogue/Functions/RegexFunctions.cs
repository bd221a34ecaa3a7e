namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>LIKE and regular expressions.</summary>
internal static class RegexFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
