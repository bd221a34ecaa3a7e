using System.Globalization;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>Numbers of a JSON text as .NET's.</summary>
internal static class JsonNumbers
{
    public static double ToDouble(JsonNode.Number number) => number.Digits switch
    {
        "NaN" or "-NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        var digits => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    public static float ToFloat(JsonNode.Number number) =>
        char.IsAsciiDigit(number.Digits[^1]) ? float.Parse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture) : (float)ToDouble(number);

    /// <summary>A number without a point; null when it is outside the bounds.</summary>
    public static long? ToWhole(JsonNode.Number number, long minimum, long maximum) =>
        number.IsWhole && long.TryParse(number.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : null;
}
