using System.Numerics;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Decimals from one scale to another, half up, and the check that a result has no more digits than its type.</summary>
internal static class DecimalScale
{
    private static readonly UInt128[] Powers = MakePowers();

    /// <summary>10^<paramref name="exponent"/>, 0 to 38.</summary>
    public static Int128 Power(int exponent) => (Int128)Powers[exponent];

    /// <summary>Whether the unscaled value has at most that many digits.</summary>
    public static bool Fits(Int128 unscaled, int precision) => Magnitude(unscaled) < Powers[precision];

    /// <summary>unscaled / 10^scale as the unscaled value of the type, half up; null when it does not fit. The scale may be negative or large.</summary>
    public static Int128? Rescale(Int128 unscaled, int scale, DecimalType to)
    {
        var magnitude = Magnitude(unscaled);
        var shift = to.Scale - scale;
        if (shift >= 0)
        {
            if (magnitude == 0)
            {
                return Int128.Zero;
            }

            if (shift > DecimalType.MaxPrecision || magnitude >= Powers[DecimalType.MaxPrecision - shift])
            {
                return null;
            }

            magnitude *= Powers[shift];
        }
        else
        {
            magnitude = DivideHalfUp(magnitude, -shift);
        }

        return magnitude >= Powers[to.Precision] ? null : Signed(magnitude, unscaled < 0);
    }

    /// <summary>As <see cref="Rescale(Int128, int, DecimalType)"/>, for values of any number of digits.</summary>
    public static Int128? Rescale(BigInteger unscaled, int scale, DecimalType to)
    {
        var magnitude = BigInteger.Abs(unscaled);
        long shift = (long)to.Scale - scale;
        var digits = magnitude.IsZero ? 1 : (long)Math.Floor(BigInteger.Log10(magnitude)) + 1;
        if (digits + shift < 0 || magnitude.IsZero)
        {
            return Int128.Zero;
        }

        if (digits + shift > to.Precision + 1)
        {
            return null;
        }

        if (shift >= 0)
        {
            magnitude *= BigInteger.Pow(10, (int)shift);
        }
        else
        {
            var power = BigInteger.Pow(10, (int)-shift);
            magnitude = BigInteger.DivRem(magnitude, power, out var rest);
            magnitude += rest * 2 >= power ? 1 : 0;
        }

        return magnitude >= (BigInteger)Powers[to.Precision] ? null : Signed((UInt128)magnitude, unscaled.Sign < 0);
    }

    /// <summary>The value without the digits after the point.</summary>
    public static Int128 Truncate(Int128 unscaled, int scale) => unscaled / Power(scale);

    private static UInt128 DivideHalfUp(UInt128 magnitude, int digits)
    {
        if (digits > DecimalType.MaxPrecision)
        {
            return 0;
        }

        var power = Powers[digits];
        var (quotient, rest) = UInt128.DivRem(magnitude, power);
        return rest >= power - rest ? quotient + 1 : quotient;
    }

    private static UInt128 Magnitude(Int128 value) => value < 0 ? (UInt128)(-value) : (UInt128)value;

    private static Int128 Signed(UInt128 magnitude, bool negative) => negative ? -(Int128)magnitude : (Int128)magnitude;

    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[DecimalType.MaxPrecision + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
