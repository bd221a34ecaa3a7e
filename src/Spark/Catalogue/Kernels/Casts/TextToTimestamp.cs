using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>
/// Text to a timestamp: a date of one to three parts, then after a blank or a T an hour, minutes, seconds, a fraction; after the seconds a
/// time zone. Microseconds since 1970-01-01 00:00:00 UTC; the session's time zone is UTC. Null when the text is not a timestamp.
/// </summary>
internal static class TextToTimestamp
{
    private const int LongestYear = 6;

    public static long? Convert(string text)
    {
        if (!TryParse(text, out var local, out var zone))
        {
            RefuseBareTime(text);
            return null;
        }

        if (zone is null)
        {
            return Narrow(local);
        }

        return ZoneId.TryParse(zone) is { } known ? Narrow(known.ToUtc(local)) : null;
    }

    /// <summary>The local time alone; a zone is checked and left out.</summary>
    public static long? ConvertLocal(string text) =>
        TryParse(text, out var local, out var zone) && (zone is null || ZoneId.TryParse(zone) is not null) ? Narrow(local) : null;

    private static bool TryParse(string text, out Int128 local, out string? zone)
    {
        local = 0;
        zone = null;
        var (start, end) = CastText.TrimmedRange(text);
        var span = text.AsSpan(start, end - start);
        if (span.IsEmpty)
        {
            return false;
        }

        var negative = span[0] == '-';
        var reader = new DigitReader(span[0] is '-' or '+' ? span[1..] : span);
        if (!reader.TryRead(4, LongestYear, out var year))
        {
            return false;
        }

        int month = 1, day = 1, micros = 0;
        long seconds = 0;
        if (reader.Skip('-'))
        {
            if (!reader.TryRead(1, 2, out month))
            {
                return false;
            }

            if (reader.Skip('-')
                && (!reader.TryRead(1, 2, out day) || ((reader.Skip(' ') || reader.Skip('T')) && !TryTime(ref reader, out seconds, out micros, out zone))))
            {
                return false;
            }
        }

        if (!reader.AtEnd && zone is null || TextToDate.DayOf(negative ? -year : year, month, day) is not { } days)
        {
            return false;
        }

        local = ((Int128)days * Calendar.MicrosPerDay) + (seconds * Calendar.MicrosPerSecond) + micros;
        return true;
    }

    private static bool TryTime(ref DigitReader reader, out long seconds, out int micros, out string? zone)
    {
        seconds = 0;
        micros = 0;
        zone = null;
        int minute = 0, second = 0;
        if (!reader.TryRead(1, 2, out var hour))
        {
            return false;
        }

        if (reader.Skip(':'))
        {
            if (!reader.TryRead(1, 2, out minute))
            {
                return false;
            }

            if (reader.Skip(':'))
            {
                if (!reader.TryRead(1, 2, out second))
                {
                    return false;
                }

                micros = reader.Skip('.') ? reader.ReadMicros() : 0;
                zone = reader.AtEnd ? null : reader.Rest.Trim(' ').ToString();
            }
        }

        seconds = (((hour * 60L) + minute) * 60) + second;
        return hour < 24 && minute < 60 && second < 60;
    }

    // A time of day means today's to Spark: a value that changes with the day the query runs on.
    private static void RefuseBareTime(string text)
    {
        var (start, end) = CastText.TrimmedRange(text);
        var span = text.AsSpan(start, end - start);
        var marked = start == 0 && span is ['T', ..];
        var colon = span.IndexOf(':');
        var reader = new DigitReader(marked ? span[1..] : span);
        if ((marked || colon is 1 or 2) && TryTime(ref reader, out _, out _, out var zone)
            && (reader.AtEnd || (zone is not null && ZoneId.TryParse(zone) is not null)))
        {
            throw new RefusedException("a cast of a time without a date to timestamp", "it depends on the day the query runs on; put the date in front.");
        }
    }

    private static long? Narrow(Int128 micros) => micros >= long.MinValue && micros <= long.MaxValue ? (long)micros : null;
}
