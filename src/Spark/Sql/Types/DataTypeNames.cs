using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Sql.Types;

/// <summary>The names by which SQL text and JSON schemas call the types that have no nested type.</summary>
internal static partial class DataTypeNames
{
    public static DataType Parse(string name) => TryParse(name)
        ?? throw new AnalysisException("UNSUPPORTED_DATATYPE", $"'{name}' is not the name of a data type.");

    public static DataType? TryParse(string name) => name.Trim().ToLowerInvariant() switch
    {
        "void" or "null" => SqlTypes.Null,
        "string" => SqlTypes.String,
        "binary" => SqlTypes.Binary,
        "boolean" => SqlTypes.Boolean,
        "date" => SqlTypes.Date,
        "timestamp" or "timestamp_ltz" => SqlTypes.Timestamp,
        "timestamp_ntz" => SqlTypes.TimestampNtz,
        "double" => SqlTypes.Double,
        "float" or "real" => SqlTypes.Float,
        "byte" or "tinyint" => SqlTypes.Byte,
        "short" or "smallint" => SqlTypes.Short,
        "int" or "integer" => SqlTypes.Integer,
        "long" or "bigint" => SqlTypes.Long,
        "decimal" or "dec" or "numeric" => SqlTypes.Decimal(10, 0),
        var text => DecimalOrInterval(text),
    };

    private static DataType? DecimalOrInterval(string text)
    {
        if (DecimalPattern().Match(text) is { Success: true } match)
        {
            var scale = match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0;
            return SqlTypes.Decimal(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), scale);
        }

        if (IntervalPattern().Match(text) is not { Success: true } interval)
        {
            return null;
        }

        var start = interval.Groups[1].Value;
        var end = interval.Groups[2].Success ? interval.Groups[2].Value : start;
        string[] dayTime = ["day", "hour", "minute", "second"];
        string[] yearMonth = ["year", "month"];
        return (Array.IndexOf(dayTime, start), Array.IndexOf(dayTime, end), Array.IndexOf(yearMonth, start), Array.IndexOf(yearMonth, end)) switch
        {
            ( >= 0 and var s, var e, _, _) when e >= s => new DayTimeIntervalType(s, e),
            (_, _, >= 0 and var s, var e) when e >= s => new YearMonthIntervalType(s, e),
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?:decimal|dec|numeric)\s*\(\s*(\d{1,3})\s*(?:,\s*(\d{1,3})\s*)?\)$")]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(@"^interval\s+(\w+)(?:\s+to\s+(\w+))?$")]
    private static partial Regex IntervalPattern();
}
