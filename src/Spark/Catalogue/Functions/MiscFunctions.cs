namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>What fits nowhere else: rand, current_user, assert_true.</summary>
internal static class MiscFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
