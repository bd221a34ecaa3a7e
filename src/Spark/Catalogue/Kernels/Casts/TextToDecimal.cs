using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Text to decimals: digits, a point, an exponent; half up to the scale of the type.</summary>
internal static class TextToDecimal
{
    // As many digits as an Int128 always holds.
    private const int ShortDigits = 38;

    /// <summary>The unscaled value; null when the text is not a number or does not fit.</summary>
    public static Int128? Convert(string text, DecimalType to) =>
        TryParse(text, out var number) && number.WholeDigits <= DecimalType.MaxPrecision ? number.Rescale(to) : null;

    /// <summary>Why <see cref="Convert"/> gave null.</summary>
    public static Exception Error(string text, DecimalType to) => !TryParse(text, out var number)
        ? CastErrors.Invalid(text, SqlTypes.String, to)
        : number.WholeDigits > DecimalType.MaxPrecision ? CastErrors.TooManyDigits(text) : CastErrors.OutOfRange(text, to);

    private static bool TryParse(string text, out Number number)
    {
        number = default;
        var span = CastText.TrimJava(text);
        var negative = span is ['-', ..];
        var i = span is ['-' or '+', ..] ? 1 : 0;
        Int128 small = 0;
        BigInteger? large = null;
        int digits = 0, seen = 0, scale = 0;
        var point = false;
        for (; i < span.Length && span[i] is not ('e' or 'E'); i++)
        {
            if (span[i] == '.' && !point)
            {
                point = true;
                continue;
            }

            var digit = char.IsAsciiDigit(span[i]) ? span[i] - '0' : CharUnicodeInfo.GetDecimalDigitValue(span[i]);
            if (digit < 0)
            {
                return false;
            }

            seen++;
            scale += point ? 1 : 0;
            if (digits > 0 || digit > 0)
            {
                digits++;
                if (digits <= ShortDigits)
                {
                    small = (small * 10) + digit;
                }
                else
                {
                    large = ((large ?? small) * 10) + digit;
                }
            }
        }

        var exponent = 0;
        if (seen == 0 || (i < span.Length && !TryExponent(span[(i + 1)..], out exponent)))
        {
            return false;
        }

        var finalScale = (long)scale - exponent;
        if (finalScale is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        number = new Number(negative ? -small : small, negative ? -large : large, (int)finalScale, Math.Max(1, digits));
        return true;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var digits = text is ['-' or '+', ..] ? text[1..] : text;
        if (digits.IsEmpty)
        {
            return false;
        }

        long value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : CharUnicodeInfo.GetDecimalDigitValue(c);
            value = (value * 10) + digit;
            if (digit < 0 || value > int.MaxValue)
            {
                return false;
            }
        }

        exponent = text[0] == '-' ? (int)-value : (int)value;
        return true;
    }

    private readonly record struct Number(Int128 Small, BigInteger? Large, int Scale, int Digits)
    {
        public long WholeDigits => (long)Digits - Scale;

        public Int128? Rescale(DecimalType to) =>
            Large is { } large ? DecimalScale.Rescale(large, Scale, to) : DecimalScale.Rescale(Small, Scale, to);
    }
}
