using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>Dates, timestamps and intervals made of numbers.</summary>
internal static class Making
{
    public static int Date(int year, int month, int day)
    {
        if (!Calendar.Exists(year, month, day))
        {
            throw OutOfBounds($"{year}-{month}-{day}");
        }

        try
        {
            return Calendar.DaysOf(year, month, day);
        }
        catch (OverflowException)
        {
            throw new QueryException("ARITHMETIC_OVERFLOW", $"The year {year} is beyond what a date can hold.");
        }
    }

    /// <summary>A local timestamp; the seconds are in microseconds, and 60 is the start of the next minute.</summary>
    public static long Timestamp(int year, int month, int day, int hour, int minute, Int128 seconds)
    {
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || seconds < 0 || seconds / Calendar.MicrosPerSecond > 60)
        {
            throw OutOfBounds($"{hour}:{minute}:{(double)seconds / Calendar.MicrosPerSecond}");
        }

        if (seconds > 60 * Calendar.MicrosPerSecond)
        {
            throw new QueryException("INVALID_FRACTION_OF_SECOND", "Seconds go up to 60, and 60 has no fraction.");
        }

        return (Date(year, month, day) * Calendar.MicrosPerDay) + (hour * Calendar.MicrosPerHour) + (minute * Calendar.MicrosPerMinute) + (long)seconds;
    }

    /// <summary>A day-time interval; the seconds are in microseconds.</summary>
    public static long DayTime(int days, int hours, int minutes, Int128 seconds)
    {
        var micros = ((Int128)days * Calendar.MicrosPerDay) + ((Int128)hours * Calendar.MicrosPerHour) + ((Int128)minutes * Calendar.MicrosPerMinute) + seconds;
        return micros == (long)micros ? (long)micros : throw ArithmeticErrors.IntervalOverflow();
    }

    public static int YearMonth(int years, int months)
    {
        var all = (years * 12L) + months;
        return all == (int)all ? (int)all : throw ArithmeticErrors.IntervalOverflow();
    }

    private static QueryException OutOfBounds(string found) =>
        new("DATETIME_FIELD_OUT_OF_BOUNDS", $"There is no such date or time: {found}.");
}
