using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Literals;

/// <summary>
/// The texts of dates and timestamps, as Spark reads them: <c>[+-]yyyy[-[m]m[-[d]d]]</c>, then after a blank or <c>T</c>
/// <c>[h]h[:[m]m[:[s]s[.fraction][zone]]]</c>. Years have four to seven digits (six in a timestamp), fractions are cut to microseconds.
/// </summary>
internal static class DateTimeLiteral
{
    private const long MicrosPerSecond = 1_000_000;
    private const long SecondsPerDay = 86_400;

    /// <summary>Days since 1970-01-01, or null when the text is no date. What follows a blank or T after a full date is not looked at.</summary>
    public static int? Date(string text)
    {
        var reader = new DateTimeReader(Trim(text));
        return reader.ReadDate(maxYearDigits: 7) && (reader.AtEnd || (reader.Fields == 3 && reader.Current is ' ' or 'T'))
            ? (int?)Calendar.DaysSinceEpoch(reader.Year, reader.Month, reader.Day)
            : null;
    }

    /// <summary>
    /// Microseconds since 1970-01-01 00:00, or null when the text is no timestamp. A zone in the text moves the instant to UTC for
    /// <see cref="TimestampType"/> and is ignored for <see cref="TimestampNtzType"/>.
    /// </summary>
    public static long? Timestamp(string text, bool withZone)
    {
        var reader = new DateTimeReader(Trim(text));
        if (!reader.ReadDate(maxYearDigits: 6) || !reader.ReadTime())
            return null;
        if (Calendar.DaysSinceEpoch(reader.Year, reader.Month, reader.Day) is not { } days || !reader.IsTimeInRange)
            return null;

        var seconds = (days * SecondsPerDay) + reader.SecondOfDay;
        if (reader.Zone is { } zone)
        {
            if (ZoneOffset.SecondsAt(zone, seconds) is not { } offset)
                return null;
            seconds -= withZone ? offset : 0;
        }

        return seconds is < long.MinValue / MicrosPerSecond or >= long.MaxValue / MicrosPerSecond
            ? null
            : (seconds * MicrosPerSecond) + reader.Micros;
    }

    private static string Trim(string text) => text.Trim([.. Enumerable.Range(0, 33).Select(c => (char)c), '\x7f']);
}
