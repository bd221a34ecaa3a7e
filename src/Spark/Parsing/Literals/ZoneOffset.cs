using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Parsing.Literals;

/// <summary>The time zones a timestamp can be written with: <c>Z</c>, <c>UTC</c>, <c>+02:00</c>, <c>UTC+2</c>, <c>Europe/Paris</c>.</summary>
internal static partial class ZoneOffset
{
    // Beyond this many seconds before and after 1970 a region's rules are local mean time or unknown.
    private const long FirstRegionSecond = -2_208_988_800;
    private const long LastRegionSecond = 32_503_680_000;
    private const int MaxHours = 18;

    /// <summary>Seconds that the zone's clock is ahead of UTC when it shows the given local time, or null when it is no zone.</summary>
    /// <param name="zone">The zone as written.</param>
    /// <param name="localSeconds">The local time, in seconds since 1970-01-01 00:00 by that clock.</param>
    public static int? SecondsAt(string zone, long localSeconds)
    {
        if (zone == "Z")
            return 0;
        if (OffsetPattern().Match(zone) is { Success: true } offset)
            return Fixed(offset);
        if (zone.Length == 0 || zone.Contains(' '))
            return null;
        if (localSeconds is < FirstRegionSecond or > LastRegionSecond || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var region))
            return null;

        var local = DateTime.UnixEpoch.AddSeconds(localSeconds);
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);

        // An hour that a clock shows twice is the first of the two, as in Spark.
        var ahead = region.IsAmbiguousTime(local) ? region.GetAmbiguousTimeOffsets(local).Max() : region.GetUtcOffset(local);
        return (int)ahead.TotalSeconds;
    }

    private static int? Fixed(Match match)
    {
        if (!match.Groups["hours"].Success)
            return 0;

        var hours = Number(match.Groups["hours"]);
        var minutes = Number(match.Groups["minutes"]);
        var seconds = Number(match.Groups["seconds"]);
        var all = (hours * 3600) + (minutes * 60) + seconds;
        if (minutes > 59 || seconds > 59 || all > MaxHours * 3600)
            return null;
        return match.Groups["sign"].Value == "-" ? -all : all;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^(?:(?:UTC|GMT|UT)?(?<sign>[+-])(?:(?<hours>[0-9]{1,2})(?::(?<minutes>[0-9]{1,2})(?::(?<seconds>[0-9]{2}))?)?"
        + "|(?<hours>[0-9]{2})(?<minutes>[0-9]{2})(?<seconds>[0-9]{2})?)|UTC|GMT|UT)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex OffsetPattern();
}
