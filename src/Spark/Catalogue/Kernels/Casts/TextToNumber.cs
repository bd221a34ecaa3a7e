using System.Globalization;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Text to whole numbers, floating-point numbers and booleans. Null stands for a text that is not one.</summary>
internal static class TextToNumber
{
    public static sbyte? ToByte(string text) => ToWhole(text, sbyte.MinValue, sbyte.MaxValue) is { } value ? (sbyte)value : null;

    public static short? ToShort(string text) => ToWhole(text, short.MinValue, short.MaxValue) is { } value ? (short)value : null;

    public static int? ToInt(string text) => ToWhole(text, int.MinValue, int.MaxValue) is { } value ? (int)value : null;

    public static long? ToLong(string text) => ToWhole(text, long.MinValue, long.MaxValue);

    public static bool? ToBoolean(string text) => CastText.TrimAll(text) switch
    {
        { Length: 1 } one => one[0] switch
        {
            't' or 'T' or 'y' or 'Y' or '1' => true,
            'f' or 'F' or 'n' or 'N' or '0' => false,
            _ => null,
        },
        var word when word.Equals("true", StringComparison.OrdinalIgnoreCase) || word.Equals("yes", StringComparison.OrdinalIgnoreCase) => true,
        var word when word.Equals("false", StringComparison.OrdinalIgnoreCase) || word.Equals("no", StringComparison.OrdinalIgnoreCase) => false,
        _ => null,
    };

    /// <summary>What Java's parseDouble takes (a trailing d or f, hexadecimal too), and <c>inf</c>, <c>infinity</c>, <c>nan</c> in any case.</summary>
    public static double? ToDouble(string text)
    {
        var span = CastText.TrimJava(text);
        return FloatText.IsDecimal(span, out var number) ? double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)
            : Special(span) ?? FloatText.ParseHexadecimal(span, doublePrecision: true);
    }

    public static float? ToFloat(string text)
    {
        var span = CastText.TrimJava(text);
        return FloatText.IsDecimal(span, out var number) ? float.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture)
            : (float?)(Special(span) ?? FloatText.ParseHexadecimal(span, doublePrecision: false));
    }

    private static double? Special(ReadOnlySpan<char> span)
    {
        // Java knows a signed NaN in this spelling only.
        if (span is "-NaN" or "+NaN" || span.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        var negative = span is ['-', ..];
        var word = span is ['-' or '+', ..] ? span[1..] : span;
        return word.Equals("inf", StringComparison.OrdinalIgnoreCase) || word.Equals("infinity", StringComparison.OrdinalIgnoreCase)
            ? negative ? double.NegativeInfinity : double.PositiveInfinity
            : null;
    }

    private static long? ToWhole(string text, long minimum, long maximum)
    {
        var span = CastText.TrimAll(text);
        var negative = span is ['-', ..];
        if (span is ['-' or '+', ..])
        {
            span = span[1..];
        }

        if (span.IsEmpty)
        {
            return null;
        }

        // Counted downwards: the smallest long has no positive counterpart.
        var limit = negative ? minimum : -maximum;
        long value = 0;
        foreach (var c in span)
        {
            if (c is < '0' or > '9' || value < long.MinValue / 10)
            {
                return null;
            }

            var digit = c - '0';
            value *= 10;
            if (value < limit + digit)
            {
                return null;
            }

            value -= digit;
        }

        return negative ? value : -value;
    }
}
