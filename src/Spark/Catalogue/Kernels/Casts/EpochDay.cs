namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Days since 1970-01-01 in the Gregorian calendar extended both ways, for years far beyond <see cref="DateTime"/>.</summary>
internal static class EpochDay
{
    public const long MicrosPerSecond = 1_000_000;
    public const long MicrosPerDay = 86_400 * MicrosPerSecond;

    private const int DaysPerEra = 146_097;
    private const int YearsPerEra = 400;

    // From 0000-03-01 to 1970-01-01.
    private const int EpochOffset = 719_468;

    /// <summary>The day, or null when there is no such date or it lies outside what an int holds.</summary>
    public static int? Of(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month))
        {
            return null;
        }

        var days = Days(year, month, day);
        return days is >= int.MinValue and <= int.MaxValue ? (int)days : null;
    }

    public static (int Year, int Month, int Day) ToDate(long epochDay)
    {
        // Years counted from March put the leap day last.
        var shifted = epochDay + EpochOffset;
        var era = FloorDiv(shifted, DaysPerEra);
        var dayOfEra = (int)(shifted - (era * DaysPerEra));
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1;
        var month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        var year = (era * YearsPerEra) + yearOfEra + (month <= 2 ? 1 : 0);
        return ((int)year, month, day);
    }

    public static long FloorDiv(long value, long divisor) =>
        (value / divisor) - (value % divisor < 0 ? 1 : 0);

    private static long Days(int year, int month, int day)
    {
        var shiftedYear = (long)year - (month <= 2 ? 1 : 0);
        var era = FloorDiv(shiftedYear, YearsPerEra);
        var yearOfEra = shiftedYear - (era * YearsPerEra);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysPerEra) + dayOfEra - EpochOffset;
    }

    private static int DaysInMonth(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
