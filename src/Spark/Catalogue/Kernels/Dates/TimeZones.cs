using System.Globalization;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>Time zones by the ids Spark takes, and local times in them by Java's rules.</summary>
internal static partial class TimeZones
{
    private const long EpochTicks = 621_355_968_000_000_000L;

    /// <summary>The zone of that id: a region, an offset, or <c>UTC</c>, <c>GMT</c>, <c>UT</c> with or without an offset.</summary>
    /// <exception cref="QueryException">There is no such zone.</exception>
    public static TimeZoneInfo Find(string id) => TryFind(id) ?? throw new QueryException(
        "INVALID_TIMEZONE", $"There is no time zone '{id}'. Give a region such as 'Europe/Paris' or an offset such as '+02:00'.");

    /// <summary>See <see cref="Find"/>; null when there is no such zone.</summary>
    public static TimeZoneInfo? TryFind(string id)
    {
        var name = ShortZoneIds.Resolve(id);
        if (name is "Z" or "UTC" or "GMT" or "UT" or "Etc/UTC")
        {
            return TimeZoneInfo.Utc;
        }

        if (OffsetPattern().Match(name) is { Success: true } match)
        {
            return OfOffset(match);
        }

        return RegionPattern().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
    }

    /// <summary>The local time in a zone, in microseconds, of an instant.</summary>
    public static long ToLocal(long utc, TimeZoneInfo zone) =>
        utc + (zone.GetUtcOffset(new DateTime(Clamped(utc), DateTimeKind.Utc)).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>
    /// The instant of a local time. One that a clock skipped is moved on by what was skipped; one that came twice is the first.
    /// </summary>
    public static long ToUtc(long local, TimeZoneInfo zone)
    {
        var time = new DateTime(Clamped(local), DateTimeKind.Unspecified);
        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max()
            : zone.IsInvalidTime(time) ? zone.GetUtcOffset(time.AddHours(-3))
            : zone.GetUtcOffset(time);
        return local - (offset.Ticks / TimeSpan.TicksPerMicrosecond);
    }

    private static TimeZoneInfo? OfOffset(Match match)
    {
        int Part(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(Part("h"), Part("m"), Part("s"));
        if (Part("m") > 59 || Part("s") > 59 || offset > TimeSpan.FromHours(18))
        {
            return null;
        }

        // What a zone can be here is bounded at 14 hours and whole minutes.
        offset = match.Groups["sign"].Value == "-" ? -offset : offset;
        return offset.Duration() > TimeSpan.FromHours(14) || offset.Seconds != 0
            ? null
            : TimeZoneInfo.CreateCustomTimeZone(match.Value, offset, match.Value, match.Value);
    }

    // Zones are asked about the years that DateTime has; beyond them their first or last offset holds.
    private static long Clamped(long micros) =>
        (long)Int128.Clamp(((Int128)micros * TimeSpan.TicksPerMicrosecond) + EpochTicks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);

    [GeneratedRegex(@"^(?:UTC|GMT|UT)?(?<sign>[+-])(?<h>\d{1,2})(?::?(?<m>\d{1,2})(?::?(?<s>\d{2}))?)?$")]
    private static partial Regex OffsetPattern();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9~/._+-]+$")]
    private static partial Regex RegionPattern();
}
