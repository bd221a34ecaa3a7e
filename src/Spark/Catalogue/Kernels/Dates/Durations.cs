using System.Globalization;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Dates;

/// <summary>Lengths of time as text: <c>10 minutes</c>, <c>1 hour 30 minutes</c>.</summary>
internal static partial class Durations
{
    /// <summary>Microseconds.</summary>
    /// <exception cref="AnalysisException">The text is no length of time, or one in months.</exception>
    public static long Micros(string text)
    {
        var match = DurationPattern().Match(text.Trim());
        if (!match.Success)
        {
            throw Invalid(text, "expected numbers with units, such as '10 minutes'");
        }

        Int128 total = 0;
        for (var i = 0; i < match.Groups["n"].Captures.Count; i++)
        {
            var unit = match.Groups["unit"].Captures[i].Value.ToUpperInvariant().TrimEnd('S');
            if (unit is "YEAR" or "MONTH" or "QUARTER")
            {
                throw Invalid(text, "months and years have no fixed length; give days or weeks");
            }

            var number = decimal.Parse(match.Groups["n"].Captures[i].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
            var micros = number * DatetimeUnit.Of("window", unit).Micros;
            if (micros != Math.Truncate(micros) || (number != Math.Truncate(number) && unit != "SECOND"))
            {
                throw Invalid(text, "only seconds may have a fraction");
            }

            total += (Int128)micros;
        }

        return total == (long)total ? (long)total : throw Invalid(text, "it is too long");
    }

    private static AnalysisException Invalid(string text, string why) => new("INVALID_INTERVAL_FORMAT", $"'{text}' is no length of time: {why}.");

    [GeneratedRegex(@"^(?:interval\s+)?(?:(?<n>[+-]?\d+(?:\.\d+)?)\s+(?<unit>(?:year|quarter|month|week|day|hour|minute|second|millisecond|microsecond)s?)\s*)+$", RegexOptions.IgnoreCase)]
    private static partial Regex DurationPattern();
}
