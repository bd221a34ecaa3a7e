using System.Numerics;
using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Decimals from one scale to another, half up.</summary>
internal static class DecimalScale
{
    /// <summary>unscaled / 10^scale as the unscaled value of the type, half up; null when it does not fit. The scale may be negative or large.</summary>
    public static Int128? Rescale(Int128 unscaled, int scale, DecimalType to)
    {
        var shift = (long)to.Scale - scale;
        if (unscaled == 0)
        {
            return Int128.Zero;
        }

        if (shift < 0)
        {
            return DecimalMath.Fit(DecimalMath.RoundOff(unscaled, (int)-shift), to.Precision);
        }

        return shift <= DecimalMath.LargestPower && DecimalMath.Fit(unscaled, DecimalMath.LargestPower - (int)shift) is not null
            ? DecimalMath.Fit(unscaled * DecimalMath.Power((int)shift), to.Precision)
            : null;
    }

    /// <summary>As <see cref="Rescale(Int128, int, DecimalType)"/>, for values of any number of digits.</summary>
    public static Int128? Rescale(BigInteger unscaled, int scale, DecimalType to)
    {
        var shift = (long)to.Scale - scale;
        var digits = unscaled.IsZero ? 1 : (long)Math.Floor(BigInteger.Log10(BigInteger.Abs(unscaled))) + 1;
        if (digits + shift < 0 || unscaled.IsZero)
        {
            return Int128.Zero;
        }

        // One more, for the logarithm may be off by a digit next to a power of ten.
        if (digits + shift > to.Precision + 1)
        {
            return null;
        }

        return DecimalMath.Fit(
            shift >= 0 ? unscaled * DecimalMath.BigPower((int)shift) : DecimalMath.RoundOff(unscaled, (int)-shift), to.Precision);
    }
}
