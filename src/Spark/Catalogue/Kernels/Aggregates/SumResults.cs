using System.Numerics;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>From an exact sum, as decimal(38, scale of the values), to what Spark gives for a group.</summary>
internal static class SumResults
{
    /// <summary>The sum in the result's type.</summary>
    public static Kernel Fit(KernelSite site, bool orNull) => site.Result switch
    {
        DecimalType type => Decimal(Limit(type.Precision), orNull),
        YearMonthIntervalType => new Kernel((Int128 sum) => sum >= int.MinValue && sum <= int.MaxValue ? (int)sum : orNull ? null : (int?)Overflow(sum)),
        _ => new Kernel((Int128 sum) => sum >= long.MinValue && sum <= long.MaxValue ? (long)sum : orNull ? null : (long?)Overflow(sum)),
    };

    /// <summary>The mean: sum and count to the result's type, half away from zero.</summary>
    public static Kernel Mean(KernelSite site, bool orNull) => site.Result switch
    {
        DecimalType type => DecimalMean(((DecimalType)site.Arguments[0]).Scale, type, orNull),
        YearMonthIntervalType => new Kernel((Int128 sum, long count) =>
            count == 0 ? null : sum >= int.MinValue && sum <= int.MaxValue ? (int)HalfUp(sum, count) : orNull ? null : (int?)Overflow(sum)),
        _ => new Kernel((Int128 sum, long count) =>
            count == 0 ? null : sum >= long.MinValue && sum <= long.MaxValue ? (long)HalfUp(sum, count) : orNull ? null : (long?)Overflow(sum)),
    };

    /// <summary>The quotient, rounded half away from zero.</summary>
    public static BigInteger HalfUp(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        return BigInteger.Abs(rest) * 2 >= BigInteger.Abs(divisor) ? quotient + (dividend.Sign * divisor.Sign) : quotient;
    }

    private static Kernel Decimal(Int128 limit, bool orNull) => new((Int128 sum) =>
        Int128.Abs(sum) < limit ? sum : orNull ? null : (Int128?)Overflow(sum));

    private static Kernel DecimalMean(int scale, DecimalType type, bool orNull)
    {
        var factor = BigInteger.Pow(10, Math.Max(0, type.Scale - scale));
        var divisor = BigInteger.Pow(10, Math.Max(0, scale - type.Scale));
        var limit = Limit(type.Precision);
        var sumLimit = Limit(DecimalType.MaxPrecision);
        return new Kernel((Int128 sum, long count) => Divide(sum, count));

        Int128? Divide(Int128 sum, long count)
        {
            if (count == 0)
            {
                return null;
            }

            if (Int128.Abs(sum) >= sumLimit)
            {
                return orNull ? null : (Int128?)Overflow(sum);
            }

            var mean = HalfUp(sum * factor, count * divisor);
            if (BigInteger.Abs(mean) >= limit)
            {
                return orNull ? null : throw new QueryException(
                    "NUMERIC_VALUE_OUT_OF_RANGE", $"The mean of decimals does not fit {type.SimpleString}. Cast the values to a decimal of fewer digits, or use try_avg.");
            }

            return (Int128)mean;
        }
    }

    private static Int128 Limit(int precision)
    {
        var limit = Int128.One;
        for (var i = 0; i < precision; i++)
        {
            limit *= 10;
        }

        return limit;
    }

    // Never returns: the type serves the conditional expressions above.
    private static int Overflow(Int128 sum) =>
        throw new QueryException("ARITHMETIC_OVERFLOW", $"The sum {sum} (unscaled) does not fit its type. Cast the values to a wider type, or use try_sum.");
}
