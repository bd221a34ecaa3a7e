using SparkEtl.Spark.Catalogue.Kernels.Dates;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>The fields of intervals: 0 day, 1 hour, 2 minute, 3 second; 0 year, 1 month.</summary>
internal static class IntervalFields
{
    public const int MonthsPerYear = 12;

    private static readonly long[] Micros = [Calendar.MicrosPerDay, Calendar.MicrosPerHour, Calendar.MicrosPerMinute, Calendar.MicrosPerSecond];
    private static readonly string[] DayTime = ["DAY", "HOUR", "MINUTE", "SECOND"];
    private static readonly string[] YearMonth = ["YEAR", "MONTH"];

    /// <summary>Microseconds of one unit of a day-time field.</summary>
    public static long MicrosOf(int field) => Micros[field];

    /// <summary>Months of one unit of a year-month field.</summary>
    public static int MonthsOf(int field) => field == 0 ? MonthsPerYear : 1;

    public static string DayTimeName(int start, int end) => Name(DayTime, start, end);

    public static string YearMonthName(int start, int end) => Name(YearMonth, start, end);

    private static string Name(string[] names, int start, int end) => start == end ? names[start] : $"{names[start]} TO {names[end]}";
}
