namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>JSON, CSV and URL texts.</summary>
internal static class JsonFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
