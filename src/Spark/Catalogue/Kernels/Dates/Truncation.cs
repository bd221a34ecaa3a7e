namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>Dates and timestamps cut down to the start of a unit.</summary>
internal static class Truncation
{
    /// <summary>The engine's name of a unit that Spark has that name for; null when Spark has none.</summary>
    public static string? UnitOf(string name) => name.ToUpperInvariant() switch
    {
        "MICROSECOND" => "microsecond",
        "MILLISECOND" => "millisecond",
        "SECOND" => "second",
        "MINUTE" => "minute",
        "HOUR" => "hour",
        "DAY" or "DD" => "day",
        var date => DateUnitOf(date),
    };

    /// <summary>As <see cref="UnitOf"/>, for the units that dates are cut down to.</summary>
    public static string? DateUnitOf(string name) => name.ToUpperInvariant() switch
    {
        "WEEK" => "week",
        "MON" or "MONTH" or "MM" => "month",
        "QUARTER" => "quarter",
        "YEAR" or "YYYY" or "YY" => "year",
        _ => null,
    };

    /// <summary>Null when there is no such unit.</summary>
    public static int? Date(int days, string unit) => DateUnitOf(unit) is { } known ? Date(known, days) : null;

    /// <summary>Null when there is no such unit.</summary>
    public static long? Timestamp(string unit, long micros) => UnitOf(unit) switch
    {
        null => null,
        "microsecond" => micros,
        "millisecond" => Floor(micros, 1000),
        "second" => Floor(micros, Calendar.MicrosPerSecond),
        "minute" => Floor(micros, Calendar.MicrosPerMinute),
        "hour" => Floor(micros, Calendar.MicrosPerHour),
        "day" => Floor(micros, Calendar.MicrosPerDay),
        var date => Date(date, Calendar.DaysSinceEpoch(micros)) * Calendar.MicrosPerDay,
    };

    private static int Date(string unit, int days)
    {
        var day = Calendar.DayOf(days);
        return unit switch
        {
            "week" => days - Calendar.IsoDayOfWeek(days) + 1,
            "month" => days - day.Day + 1,
            "quarter" => Calendar.DaysOf(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
            _ => Calendar.DaysOf(day.Year, 1, 1),
        };
    }

    private static long Floor(long micros, long unit) => Calendar.FloorDivide(micros, unit) * unit;
}
