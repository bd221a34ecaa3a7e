using System.Globalization;
using Calendar = SparkEtl.Spark.Catalogue.Kernels.Dates.Calendar;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Dates and timestamps as text: four digits of a year at least, a sign before years of more and before negative ones.</summary>
internal static class DateTimeText
{
    public static string Date(int epochDay)
    {
        var (year, month, day) = Calendar.DayOf(epochDay);
        return string.Create(CultureInfo.InvariantCulture, $"{Year(year)}-{month:00}-{day:00}");
    }

    /// <summary><c>2020-01-02 03:04:05.6</c>: a fraction without zeros at its end, none when it is zero.</summary>
    public static string Timestamp(long micros)
    {
        var (seconds, fraction) = Math.DivRem(Calendar.MicrosOfDay(micros), Calendar.MicrosPerSecond);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{Date(Calendar.DaysSinceEpoch(micros))} {seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return fraction == 0 ? text : $"{text}.{fraction.ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0')}";
    }

    private static string Year(int year) => year switch
    {
        < 0 => "-" + (-(long)year).ToString("0000", CultureInfo.InvariantCulture),
        > 9999 => "+" + year.ToString(CultureInfo.InvariantCulture),
        _ => year.ToString("0000", CultureInfo.InvariantCulture),
    };
}
