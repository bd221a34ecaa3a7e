using SparkEtl.Spark.Catalogue.Kernels.Dates;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Text to a date: <c>[+-]yyyy</c>, <c>yyyy-M</c>, <c>yyyy-M-d</c>, the last with anything after a blank or a T.</summary>
internal static class TextToDate
{
    private const int LongestYear = 7;
    private static readonly (int, int, int) First = (-5_877_641, 6, 23);
    private static readonly (int, int, int) Last = (5_881_580, 7, 11);

    /// <summary>Days since 1970-01-01; null when the text is not a date.</summary>
    public static int? Convert(string text)
    {
        var span = CastText.TrimAll(text);
        var negative = span is ['-', ..];
        if (span is ['-' or '+', ..])
        {
            span = span[1..];
        }

        var reader = new DigitReader(span);
        if (!reader.TryRead(4, LongestYear, out var year))
        {
            return null;
        }

        int month = 1, day = 1;
        if (reader.Skip('-'))
        {
            if (!reader.TryRead(1, 2, out month))
            {
                return null;
            }

            if (reader.Skip('-'))
            {
                if (!reader.TryRead(1, 2, out day) || !(reader.AtEnd || reader.Next is ' ' or 'T'))
                {
                    return null;
                }

                return DayOf(negative ? -year : year, month, day);
            }
        }

        return reader.AtEnd ? DayOf(negative ? -year : year, month, day) : null;
    }

    /// <summary>The day, or null when there is no such date or it lies outside what an int of days holds.</summary>
    internal static int? DayOf(int year, int month, int day) =>
        Calendar.Exists(year, month, day) && (year, month, day).CompareTo(Last) <= 0 && (year, month, day).CompareTo(First) >= 0
            ? Calendar.DaysOf(year, month, day)
            : null;
}
