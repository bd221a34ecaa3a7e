namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Arithmetic, comparison, logic and bit operators, casts by name.</summary>
internal static class OperatorFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
