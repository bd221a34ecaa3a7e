using SparkEtl.Spark.Catalogue.Functions.Dates;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Functions of dates, timestamps and intervals.</summary>
internal static class DateFunctions
{
    public static IEnumerable<Function> All =>
    [
        .. ClockFunctions.All,
        .. DatePartFunctions.All,
        .. DateStepFunctions.All,
        .. TruncationFunctions.All,
        .. DateTextFunctions.All,
        .. DateMakingFunctions.All,
        .. UnixTimeFunctions.All,
        .. TimeZoneFunctions.All,
        .. TimeWindowFunctions.All,
    ];
}
