using System.Buffers;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv.Values;

/// <summary>Dates and timestamps: by a pattern where one is given, else as casts read them.</summary>
/// <param name="DatePattern">Of dates.</param>
/// <param name="TimestampPattern">Of timestamps.</param>
/// <param name="LocalPattern">Of timestamps without time zone.</param>
internal sealed record TimeText(DateTimePattern? DatePattern, DateTimePattern? TimestampPattern, DateTimePattern? LocalPattern)
{
    private static readonly SearchValues<char> ClockCharacters = SearchValues.Create("0123456789:.");

    private const int DateLength = 10;
    private const int SecondsLength = 19;
    private const int LastYear = 9999;

    public bool TryDate(ReadOnlySpan<byte> text, out int value)
    {
        if (DatePattern is null && text.Length == DateLength && TryDay(text, out value))
        {
            return true;
        }

        var written = Encoding.UTF8.GetString(text);
        var days = DatePattern is null ? Ordinary(TextToDate.Convert(written)) : DatePattern.TryRead(written) is { } micros ? Calendar.DaysSinceEpoch(micros) : null;
        value = days ?? 0;
        return days is not null;
    }

    public bool TryTimestamp(ReadOnlySpan<byte> text, out long value)
    {
        if (TimestampPattern is null && TryPlain(text, out value))
        {
            return true;
        }

        var written = Encoding.UTF8.GetString(text);
        var micros = TimestampPattern is null ? TextToTimestamp.Convert(written) : TimestampPattern.TryRead(written);
        value = micros ?? 0;
        return micros is not null;
    }

    // A time zone has no place in a timestamp without one.
    public bool TryLocal(ReadOnlySpan<byte> text, out long value)
    {
        if (LocalPattern is null && TryPlain(text, out value))
        {
            return true;
        }

        var written = Encoding.UTF8.GetString(text);
        var micros = LocalPattern is not null ? LocalPattern.TryRead(written, ignoreZone: true)
            : HasZone(written) ? null : TextToTimestamp.ConvertLocal(written);
        value = micros ?? 0;
        return micros is not null;
    }

    private static bool HasZone(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && text.AsSpan(colon).TrimEnd().ContainsAnyExcept(ClockCharacters);
    }

    // What Spark reads a year of five digits as is an accident of its older reader.
    private static int? Ordinary(int? days) => days is { } d && d >= Calendar.DaysOf(0, 1, 1) && d <= Calendar.DaysOf(LastYear, 12, 31) ? days : null;

    // yyyy-MM-dd
    private static bool TryDay(ReadOnlySpan<byte> text, out int days)
    {
        days = 0;
        if (text[4] != '-' || text[7] != '-' || !TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..10], out var day)
            || !Calendar.Exists(year, month, day))
        {
            return false;
        }

        days = Calendar.DaysOf(year, month, day);
        return true;
    }

    // yyyy-MM-dd HH:mm:ss, with a fraction of up to six digits.
    private static bool TryPlain(ReadOnlySpan<byte> text, out long micros)
    {
        micros = 0;
        if (text.Length is < SecondsLength or > SecondsLength + 7 || text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':' || text[16] != ':'
            || !TryDay(text[..DateLength], out var days) || !TryNumber(text[11..13], out var hour) || !TryNumber(text[14..16], out var minute)
            || !TryNumber(text[17..19], out var second) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var fraction = 0;
        if (text.Length > SecondsLength)
        {
            var digits = text[(SecondsLength + 1)..];
            if (text[SecondsLength] != '.' || digits.IsEmpty || !TryNumber(digits, out fraction))
            {
                return false;
            }

            for (var i = digits.Length; i < 6; i++)
            {
                fraction *= 10;
            }
        }

        micros = (days * Calendar.MicrosPerDay) + (((((hour * 60L) + minute) * 60) + second) * Calendar.MicrosPerSecond) + fraction;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (var c in digits)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
