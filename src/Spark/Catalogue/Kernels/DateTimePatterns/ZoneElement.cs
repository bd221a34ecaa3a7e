using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Dates;

namespace SparkEtl.Spark.Catalogue.Kernels.DateTimePatterns;

/// <summary>A time zone by its id or name. What is written is UTC.</summary>
internal sealed class ZoneElement(string utc) : PatternElement
{
    // Names of American zones, as they stand in texts; the ids of TimeZones have other meanings for some of them.
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = "America/New_York",
        ["EDT"] = "America/New_York",
        ["CST"] = "America/Chicago",
        ["CDT"] = "America/Chicago",
        ["MST"] = "America/Denver",
        ["MDT"] = "America/Denver",
        ["PST"] = "America/Los_Angeles",
        ["PDT"] = "America/Los_Angeles",
    };

    public override void Write(in PatternMoment moment, StringBuilder text) => text.Append(utc);

    public override int Read(ParsedFields fields, string text, int position)
    {
        if (Matches(text, position, utc))
        {
            return fields.SetZone(TimeSpan.Zero) ? position + utc.Length : -1;
        }

        // The longest run of characters that is a zone.
        var end = position;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '/' or '_' or '+' or '-' or ':'))
        {
            end++;
        }

        for (; end > position; end--)
        {
            if (TimeZones.TryFind(Names.GetValueOrDefault(text[position..end], text[position..end])) is { } zone)
            {
                return fields.SetZone(zone) ? end : -1;
            }
        }

        return -1;
    }
}
