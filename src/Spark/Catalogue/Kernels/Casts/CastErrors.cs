using System.Globalization;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>What a cast raises for a value that the target type does not hold.</summary>
internal static class CastErrors
{
    private const int LongestShown = 100;

    public static QueryException Invalid(object value, DataType from, DataType to) => new(
        "CAST_INVALID_INPUT",
        $"The value '{Show(value)}' of the type {Name(from)} cannot be cast to {Name(to)} because it is malformed. Correct the value, or use try_cast to get null instead.");

    public static QueryException Overflow(object value, DataType from, DataType to) => new(
        "CAST_OVERFLOW",
        $"The value {Show(value)} of the type {Name(from)} cannot be cast to {Name(to)} because it is out of its range. Use a wider type, or try_cast to get null instead.");

    public static QueryException OutOfRange(object value, DecimalType to) => new(
        "NUMERIC_VALUE_OUT_OF_RANGE",
        $"{Show(value)} does not fit {to.SimpleString}. Use a decimal of more digits, or try_cast to get null instead.");

    public static QueryException TooManyDigits(string value) => new(
        "NUMERIC_OUT_OF_SUPPORTED_RANGE",
        $"The value {Show(value)} has more than {DecimalType.MaxPrecision} digits before the point. Use try_cast to get null instead.");

    public static QueryException BadInterval(string value, DataType to, string reason) => new(
        "INVALID_INTERVAL_FORMAT",
        $"The value '{Show(value)}' cannot be cast to {Name(to)}: {reason}. Correct the value, or use try_cast to get null instead.");

    private static string Name(DataType type) => type.SimpleString.ToUpperInvariant();

    private static string Show(object value)
    {
        var text = value switch
        {
            double d => JavaNumberText.Of(d),
            float f => JavaNumberText.Of(f),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };
        return text.Length <= LongestShown ? text : $"{text[..LongestShown]}...";
    }
}
