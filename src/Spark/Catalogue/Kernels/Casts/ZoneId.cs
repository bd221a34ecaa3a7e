using SparkEtl.Spark.Catalogue.Kernels.Dates;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>A time zone as Spark reads its name: an offset (<c>+1</c>, <c>+01:30</c>, <c>Z</c>, <c>GMT+2</c>), an id of the tz database, or an old abbreviation.</summary>
internal sealed class ZoneId
{
    private const int LargestOffset = 18 * 3600;

    private static readonly ZoneId Utc = new(0, null);

    private readonly int offset;
    private readonly TimeZoneInfo? region;

    private ZoneId(int offset, TimeZoneInfo? region)
    {
        this.offset = offset;
        this.region = region;
    }

    /// <summary>The zone of that name, or null. Letters' case counts.</summary>
    public static ZoneId? TryParse(string name)
    {
        name = ShortZoneIds.Resolve(name);
        if (name is "Z" or "UTC" or "GMT" or "UT")
        {
            return Utc;
        }

        if (name is ['+' or '-', ..])
        {
            return Offset(name);
        }

        foreach (var prefix in new[] { "UTC", "GMT", "UT" })
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length && name[prefix.Length] is '+' or '-')
            {
                return Offset(name.AsSpan(prefix.Length));
            }
        }

        return IsRegionName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name ? new ZoneId(0, zone) : null;
    }

    /// <summary>
    /// The instant of a local time, both in microseconds. A time that occurs twice is the first one; one that was skipped moves forward by the
    /// length of the gap.
    /// </summary>
    public Int128 ToUtc(Int128 local)
    {
        if (region is null)
        {
            return local - (offset * Calendar.MicrosPerSecond);
        }

        return local - (Int128)(LocalOffset(region, Clock(local)).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>The local time of an instant, both in microseconds.</summary>
    public Int128 ToLocal(Int128 utc)
    {
        if (region is null)
        {
            return utc + (offset * Calendar.MicrosPerSecond);
        }

        return utc + (Int128)(OffsetAt(region, Clock(utc)).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    private static TimeSpan LocalOffset(TimeZoneInfo zone, DateTime local)
    {
        var before = OffsetAt(zone, local.AddDays(-1));
        var after = OffsetAt(zone, local.AddDays(1));
        return before != after && OffsetAt(zone, local - before) != before && OffsetAt(zone, local - after) == after ? after : before;
    }

    private static TimeSpan OffsetAt(TimeZoneInfo zone, DateTime utc) => zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    // Years outside .NET's calendar take the rules of its first year, or of a late year with the same days.
    private static DateTime Clock(Int128 micros)
    {
        var day = (long)((micros - Remainder(micros, Calendar.MicrosPerDay)) / Calendar.MicrosPerDay);
        var inDay = (long)Remainder(micros, Calendar.MicrosPerDay);
        var (year, month, dayOfMonth) = Calendar.DayOf((int)day);
        if (year < 2)
        {
            return DateTime.MinValue.AddDays(366);
        }

        year = year > 9_990 ? 9_600 + (year % 400) - (year % 400 > 390 ? 400 : 0) : year;
        return new DateTime(year, month, dayOfMonth, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(inDay * TimeSpan.TicksPerMicrosecond);
    }

    private static Int128 Remainder(Int128 value, long divisor) => ((value % divisor) + divisor) % divisor;

    private static bool IsRegionName(string name) =>
        name.Length > 1 && char.IsAsciiLetter(name[0]) && !name.StartsWith("posix", StringComparison.Ordinal)
        && !name.StartsWith("right", StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '~' or '/' or '.' or '_' or '+' or '-') && !name.Contains("..", StringComparison.Ordinal);

    // [+-] and h, hh, hhmm, hhmmss, h:m, h:mm, hh:m, hh:mm, hh:mm:ss.
    private static ZoneId? Offset(ReadOnlySpan<char> text)
    {
        var sign = text[0] == '-' ? -1 : 1;
        var reader = new DigitReader(text[1..]);
        int hours, minutes = 0, seconds = 0;
        var digits = text[1..];
        if (digits.Contains(':'))
        {
            if (!reader.TryRead(1, 2, out hours) || !reader.Skip(':') || !TryMinutes(ref reader, out minutes)
                || (!reader.AtEnd && (!reader.Skip(':') || !reader.TryRead(2, 2, out seconds) || !reader.AtEnd)))
            {
                return null;
            }
        }
        else
        {
            if (digits.Length is not (1 or 2 or 4 or 6) || !reader.TryRead(1, 6, out var value) || !reader.AtEnd)
            {
                return null;
            }

            (hours, minutes, seconds) = digits.Length switch
            {
                4 => (value / 100, value % 100, 0),
                6 => (value / 10_000, value / 100 % 100, value % 100),
                _ => (value, 0, 0),
            };
        }

        var total = (((hours * 60) + minutes) * 60) + seconds;
        return minutes > 59 || seconds > 59 || total > LargestOffset ? null : new ZoneId(sign * total, null);
    }

    // One digit of minutes is taken at the end only.
    private static bool TryMinutes(ref DigitReader reader, out int minutes)
    {
        var before = reader.Rest.Length;
        return reader.TryRead(1, 2, out minutes) && (before - reader.Rest.Length == 2 || reader.AtEnd);
    }
}
