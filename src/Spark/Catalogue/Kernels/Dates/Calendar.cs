namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>A day of the proleptic Gregorian calendar.</summary>
internal readonly record struct CalendarDay(int Year, int Month, int Day);

/// <summary>The proleptic Gregorian calendar over days since 1970-01-01, for any year.</summary>
internal static class Calendar
{
    public const long MicrosPerSecond = 1_000_000L;
    public const long MicrosPerMinute = 60 * MicrosPerSecond;
    public const long MicrosPerHour = 60 * MicrosPerMinute;
    public const long MicrosPerDay = 24 * MicrosPerHour;

    private const int DaysPerEra = 146_097;

    /// <summary>Days from 0000-03-01, where 400-year eras are counted from, to 1970-01-01.</summary>
    private const int EpochShift = 719_468;

    public static CalendarDay DayOf(int days)
    {
        // Years are counted from March, so that the leap day is the last of its year.
        var shifted = (long)days + EpochShift;
        var era = Math.DivRem(shifted, DaysPerEra).Remainder < 0 ? (shifted / DaysPerEra) - 1 : shifted / DaysPerEra;
        var dayOfEra = (int)(shifted - (era * DaysPerEra));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var march = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * march) + 2) / 5) + 1;
        var month = march < 10 ? march + 3 : march - 9;
        return new CalendarDay((int)(yearOfEra + (era * 400)) + (month <= 2 ? 1 : 0), month, day);
    }

    /// <summary>Days since 1970-01-01; month and day must exist.</summary>
    public static int DaysOf(int year, int month, int day)
    {
        long y = month <= 2 ? year - 1L : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return checked((int)((era * DaysPerEra) + dayOfEra - EpochShift));
    }

    public static bool IsLeapYear(int year) => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static bool Exists(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month);

    /// <summary>The same day of another month, or its last day when it is shorter.</summary>
    public static int AddMonths(int days, int months)
    {
        var from = DayOf(days);
        var month = (from.Year * 12L) + from.Month - 1 + months;
        var year = checked((int)FloorDivide(month, 12));
        var monthOfYear = (int)(month - (year * 12L)) + 1;
        return DaysOf(year, monthOfYear, Math.Min(from.Day, DaysInMonth(year, monthOfYear)));
    }

    /// <summary>See <see cref="AddMonths(int, int)"/>; the time of day stays.</summary>
    public static long AddMonths(long micros, int months)
    {
        var days = DaysSinceEpoch(micros);
        return checked((AddMonths(days, months) * MicrosPerDay) + (micros - (days * MicrosPerDay)));
    }

    /// <summary>The day a timestamp falls on.</summary>
    public static int DaysSinceEpoch(long micros) => (int)FloorDivide(micros, MicrosPerDay);

    /// <summary>Microseconds since the midnight before.</summary>
    public static long MicrosOfDay(long micros) => micros - (FloorDivide(micros, MicrosPerDay) * MicrosPerDay);

    /// <summary>Monday 1 to Sunday 7.</summary>
    public static int IsoDayOfWeek(int days) => (int)((((long)days + 3) % 7 + 7) % 7) + 1;

    public static int DayOfYear(int days) => days - DaysOf(DayOf(days).Year, 1, 1) + 1;

    public static long FloorDivide(long value, long divisor)
    {
        var (quotient, rest) = Math.DivRem(value, divisor);
        return rest != 0 && (rest < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }
}
