namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions that give rows.</summary>
internal static class GeneratorFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
