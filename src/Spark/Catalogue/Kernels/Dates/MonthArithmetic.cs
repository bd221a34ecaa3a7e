namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>How many months lie between two timestamps.</summary>
internal static class MonthArithmetic
{
    private const double SecondsIn31Days = 31 * 24 * 60 * 60;

    /// <summary>
    /// A whole number for the same day of the month or two last days of months, whatever the time; else a month has 31 days. Rounded to eight
    /// digits after the point unless <paramref name="roundOff"/> is false.
    /// </summary>
    public static double Between(long end, long start, bool roundOff)
    {
        var (endDays, startDays) = (Calendar.DaysSinceEpoch(end), Calendar.DaysSinceEpoch(start));
        var (e, s) = (Calendar.DayOf(endDays), Calendar.DayOf(startDays));
        var months = (double)(((e.Year - s.Year) * 12) + e.Month - s.Month);
        if (e.Day == s.Day || (IsLast(e) && IsLast(s)))
        {
            return months;
        }

        var seconds = ((e.Day - s.Day) * (Calendar.MicrosPerDay / Calendar.MicrosPerSecond))
            + (Calendar.MicrosOfDay(end) / Calendar.MicrosPerSecond) - (Calendar.MicrosOfDay(start) / Calendar.MicrosPerSecond);
        var between = months + (seconds / SecondsIn31Days);
        return roundOff ? Math.Floor((between * 1e8) + 0.5) / 1e8 : between;
    }

    /// <summary>Whole months that have passed, towards zero.</summary>
    public static long WholeBetween(long start, long end)
    {
        var (startDays, endDays) = (Calendar.DaysSinceEpoch(start), Calendar.DaysSinceEpoch(end));
        var (startTime, endTime) = (Calendar.MicrosOfDay(start), Calendar.MicrosOfDay(end));
        if (endDays > startDays && endTime < startTime)
        {
            endDays--;
        }
        else if (endDays < startDays && endTime > startTime)
        {
            endDays++;
        }

        return (Packed(endDays) - Packed(startDays)) / 32;
    }

    private static long Packed(int days) => Calendar.DayOf(days) is var day ? (((day.Year * 12L) + day.Month - 1) * 32) + day.Day : 0;

    private static bool IsLast(CalendarDay day) => day.Day == Calendar.DaysInMonth(day.Year, day.Month);
}
