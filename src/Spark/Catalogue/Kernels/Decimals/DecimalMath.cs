using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Kernels.Decimals;

/// <summary>Whole-number steps that decimal arithmetic is made of. Int128 where the value fits, BigInteger where it might not.</summary>
internal static class DecimalMath
{
    /// <summary>10^38 is the largest power that Int128 holds.</summary>
    public const int LargestPower = 38;

    private static readonly Int128[] Powers = MakePowers();

    private static readonly BigInteger[] BigPowers = [.. Enumerable.Range(0, 160).Select(i => BigInteger.Pow(10, i))];

    public static Int128 Power(int exponent) => Powers[exponent];

    public static BigInteger BigPower(int exponent) => exponent < BigPowers.Length ? BigPowers[exponent] : BigInteger.Pow(10, exponent);

    /// <summary>value * 10^digits when it certainly fits with a bit to spare.</summary>
    public static bool TryScaleUp(Int128 value, int digits, out Int128 scaled)
    {
        if (digits == 0)
        {
            scaled = value;
            return LeadingZeros(value) >= 2;
        }

        if (digits > LargestPower)
        {
            scaled = 0;
            return value == 0;
        }

        return TryMultiply(value, Powers[digits], out scaled);
    }

    /// <summary>The product when it certainly fits with a bit to spare.</summary>
    public static bool TryMultiply(Int128 left, Int128 right, out Int128 product)
    {
        if (left == (long)left && right == (long)right)
        {
            var high = Math.BigMul((long)left, (long)right, out long low);
            product = new Int128((ulong)high, (ulong)low);
            return true;
        }

        // a bits times b bits has at most a + b bits; 126 leave room for the sign and one addition.
        if (LeadingZeros(left) + LeadingZeros(right) >= 130)
        {
            product = left * right;
            return true;
        }

        product = 0;
        return false;
    }

    /// <summary>value / 10^digits, half up: away from zero at exactly one half.</summary>
    public static Int128 RoundOff(Int128 value, int digits) => digits switch
    {
        0 => value,
        > LargestPower => 0,
        _ => DivideHalfUp(value, Powers[digits]),
    };

    /// <summary>See <see cref="RoundOff(Int128, int)"/>.</summary>
    public static BigInteger RoundOff(BigInteger value, int digits) => digits == 0 ? value : DivideHalfUp(value, BigPower(digits));

    /// <summary>The quotient, half up: away from zero at exactly one half.</summary>
    public static Int128 DivideHalfUp(Int128 value, Int128 divisor)
    {
        if (value == (long)value && divisor == (long)divisor && divisor != -1)
        {
            var (narrowQuotient, narrowRest) = Math.DivRem((long)value, (long)divisor);
            return RoundsAway(Magnitude(narrowRest), Magnitude((long)divisor))
                ? narrowQuotient + (Int128)Direction(value < 0, divisor < 0)
                : narrowQuotient;
        }

        var (quotient, rest) = Int128.DivRem(value, divisor);
        return RoundsAway((UInt128)Int128.Abs(rest), (UInt128)Int128.Abs(divisor)) ? quotient + Direction(value < 0, divisor < 0) : quotient;
    }

    /// <summary>See <see cref="DivideHalfUp(Int128, Int128)"/>.</summary>
    public static BigInteger DivideHalfUp(BigInteger value, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        return BigInteger.Abs(rest) * 2 >= BigInteger.Abs(divisor) ? quotient + Direction(value.Sign < 0, divisor.Sign < 0) : quotient;
    }

    /// <summary>The value when it has at most that many digits.</summary>
    public static Int128? Fit(Int128 value, int precision) =>
        value < Powers[precision] && value > -Powers[precision] ? value : null;

    /// <summary>See <see cref="Fit(Int128, int)"/>.</summary>
    public static Int128? Fit(BigInteger value, int precision) =>
        BigInteger.Abs(value) < BigPowers[precision] ? (Int128)value : null;

    private static bool RoundsAway(ulong rest, ulong divisor) => rest >= divisor - rest;

    private static bool RoundsAway(UInt128 rest, UInt128 divisor) => rest >= divisor - rest;

    private static ulong Magnitude(long value) => unchecked((ulong)(value < 0 ? -value : value));

    private static int Direction(bool negative, bool otherNegative) => negative == otherNegative ? 1 : -1;

    private static int LeadingZeros(Int128 value) => (int)Int128.LeadingZeroCount(value < 0 ? -value : value);

    private static Int128[] MakePowers()
    {
        var powers = new Int128[LargestPower + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
