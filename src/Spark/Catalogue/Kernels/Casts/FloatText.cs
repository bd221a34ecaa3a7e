using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>The spellings of floating-point numbers that Java reads.</summary>
internal static class FloatText
{
    private const int LargestExponent = 1_000_000;

    /// <summary>Whether the text is a decimal number, and the text without its type suffix.</summary>
    public static bool IsDecimal(ReadOnlySpan<char> text, out ReadOnlySpan<char> number)
    {
        number = text is [.., 'd' or 'D' or 'f' or 'F'] ? text[..^1] : text;
        var i = number is ['-' or '+', ..] ? 1 : 0;
        var whole = SkipDigits(number, ref i);
        var fraction = 0;
        if (i < number.Length && number[i] == '.')
        {
            i++;
            fraction = SkipDigits(number, ref i);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (i < number.Length && number[i] is 'e' or 'E')
        {
            i++;
            if (i < number.Length && number[i] is '+' or '-')
            {
                i++;
            }

            if (SkipDigits(number, ref i) == 0)
            {
                return false;
            }
        }

        return i == number.Length;
    }

    /// <summary><c>0x1.8p3</c>, rounded once to a double or a float; null when the text is not one.</summary>
    public static double? ParseHexadecimal(ReadOnlySpan<char> text, bool doublePrecision)
    {
        var negative = text is ['-', ..];
        text = text is ['-' or '+', ..] ? text[1..] : text;
        text = text is [.., 'd' or 'D' or 'f' or 'F'] && text.IndexOfAny('p', 'P') >= 0 ? text[..^1] : text;
        var power = text.IndexOfAny('p', 'P');
        if (text is not ['0', 'x' or 'X', ..] || power < 0)
        {
            return null;
        }

        if (!TryMantissa(text[2..power], out var mantissa, out var fractionDigits) || !TryExponent(text[(power + 1)..], out var exponent))
        {
            return null;
        }

        var value = Scale(mantissa, exponent - (4 * fractionDigits), doublePrecision ? 53 : 24, doublePrecision ? -1074 : -149);
        value = doublePrecision ? value : (float)value;
        return negative ? -value : value;
    }

    private static bool TryMantissa(ReadOnlySpan<char> text, out BigInteger mantissa, out int fractionDigits)
    {
        mantissa = BigInteger.Zero;
        fractionDigits = 0;
        var digits = 0;
        var point = false;
        foreach (var c in text)
        {
            if (c == '.' && !point)
            {
                point = true;
                continue;
            }

            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }

            mantissa = (mantissa << 4) + Convert.ToInt32(c.ToString(), 16);
            digits++;
            fractionDigits += point ? 1 : 0;
        }

        return digits > 0;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var i = text is ['-' or '+', ..] ? 1 : 0;
        if (i == text.Length)
        {
            return false;
        }

        for (var j = i; j < text.Length; j++)
        {
            if (!char.IsAsciiDigit(text[j]))
            {
                return false;
            }

            exponent = Math.Min(LargestExponent, (exponent * 10) + (text[j] - '0'));
        }

        exponent = text[0] == '-' ? -exponent : exponent;
        return true;
    }

    // mantissa * 2^exponent with that many bits, ties to even; smallest is the exponent of the last bit a denormal has.
    private static double Scale(BigInteger mantissa, int exponent, int bits, int smallest)
    {
        if (mantissa.IsZero)
        {
            return 0;
        }

        var drop = Math.Max((int)mantissa.GetBitLength() - bits, smallest - exponent);
        if (drop > mantissa.GetBitLength() + 1)
        {
            return 0;
        }

        if (drop > 0)
        {
            var rest = mantissa & ((BigInteger.One << drop) - 1);
            var half = BigInteger.One << (drop - 1);
            mantissa >>= drop;
            exponent += drop;
            if (rest > half || (rest == half && !mantissa.IsEven))
            {
                mantissa += 1;
            }
        }

        return Math.ScaleB((double)mantissa, exponent);
    }

    private static int SkipDigits(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i - start;
    }
}
