namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Dates, timestamps and intervals.</summary>
internal static class DateFunctions
{
    public static IEnumerable<Function> All =>
    [
    ];
}
