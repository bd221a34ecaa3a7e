using System.Text;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Tables;

/// <summary>Options that several formats of text share.</summary>
internal static class TextOptions
{
    private const int WindowsWestern = 1252;

    /// <summary>What becomes of malformed records.</summary>
    public static MalformedMode Mode(ReadOptions options) => options.Text("mode")?.ToUpperInvariant() switch
    {
        null or "PERMISSIVE" => MalformedMode.Permissive,
        "DROPMALFORMED" => MalformedMode.DropMalformed,
        "FAILFAST" => MalformedMode.FailFast,
        _ => throw options.Invalid("mode", options.Text("mode")!, "PERMISSIVE, DROPMALFORMED or FAILFAST"),
    };

    /// <summary>What the bytes of a file mean; null for UTF-8.</summary>
    public static Encoding? Encoding(ReadOptions options) => options.Text("encoding", "charset")?.ToUpperInvariant() switch
    {
        null or "UTF-8" or "UTF8" => null,
        "ISO-8859-1" or "LATIN1" or "ISO8859_1" => System.Text.Encoding.Latin1,
        "US-ASCII" or "ASCII" => System.Text.Encoding.ASCII,
        "WINDOWS-1252" or "CP1252" => CodePagesEncodingProvider.Instance.GetEncoding(WindowsWestern),
        var other => throw options.Refused($"encoding={other}", "the embedded engine reads UTF-8, ISO-8859-1, US-ASCII and windows-1252; convert the file first."),
    };

    /// <summary>Schemas are inferred from all records.</summary>
    public static void RefuseSampling(ReadOptions options)
    {
        if (options.Text("samplingratio") is { } ratio && ratio is not ("1" or "1.0"))
        {
            throw options.Refused("samplingRatio", "schemas are inferred from all records here; leave it out, or give a schema.");
        }
    }

    /// <summary>Numbers and names of months are read as English has them, times as UTC.</summary>
    public static void RefuseLocale(ReadOptions options)
    {
        if (options.Text("locale") is { } locale && !locale.Replace('_', '-').Equals("en-US", StringComparison.OrdinalIgnoreCase))
        {
            throw options.Refused($"locale={locale}", "the embedded engine knows en-US; read the column as string and convert it.");
        }

        if (options.Text("timezone") is { } zone && zone.ToUpperInvariant() is not ("UTC" or "Z" or "GMT" or "ETC/UTC" or "+00:00"))
        {
            throw options.Refused($"timeZone={zone}", "the session is in UTC; read the column as timestamp_ntz and use to_utc_timestamp.");
        }

        if (options.Flag("enabledatetimeparsingfallback", false))
        {
            throw options.Refused("enableDateTimeParsingFallback", "give the pattern the values have, or none.");
        }
    }
}
