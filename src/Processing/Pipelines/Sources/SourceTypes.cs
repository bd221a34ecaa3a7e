using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkEtl.Processing.Pipelines.Sources;

/// <summary>Which types of a source may stand for the type asked for: those whose values all keep their meaning, or are an error.</summary>
internal static partial class SourceTypes
{
    private static readonly string[] Integers = ["tinyint", "smallint", "int", "bigint"];

    /// <summary>Whether values of the one type can be taken as the other. A value out of range is an error when it is read.</summary>
    public static bool Converts(string found, string expected) => found == expected || expected switch
    {
        "timestamp" => found is "timestamp_ntz" or "date",
        "double" => found is "float" || IsInteger(found),
        _ when IsInteger(expected) => IsInteger(found) || Scale(found) == 0,
        _ when Scale(expected) is { } scale => IsInteger(found) || Scale(found) <= scale,
        _ => false,
    };

    private static bool IsInteger(string type) => Integers.Contains(type);

    private static int? Scale(string type) => DecimalPattern().Match(type) is { Success: true } match
        ? int.Parse(match.Groups["scale"].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"^decimal\(\d+,(?<scale>\d+)\)$")]
    private static partial Regex DecimalPattern();
}
