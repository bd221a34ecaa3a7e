namespace SparkEtl.Spark.Parsing.Literals;

/// <summary>Days of the proleptic Gregorian calendar, in years beyond those of <see cref="DateOnly"/> too.</summary>
internal static class Calendar
{
    private const int DaysPerEra = 146_097;
    private const int DaysFromEraToEpoch = 719_468;

    /// <summary>Days from 1970-01-01 to the day, or null when there is no such day.</summary>
    public static long? DaysSinceEpoch(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > DaysInMonth(year, month))
            return null;

        // Years are taken from March on, so that the leap day is the last of its year; an era is 400 years.
        long shifted = month > 2 ? year : year - 1;
        var era = Math.DivRem(shifted >= 0 ? shifted : shifted - 399, 400).Quotient;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * DaysPerEra) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - DaysFromEraToEpoch;
    }

    private static int DaysInMonth(int year, int month) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
