using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Aggregates;

/// <summary>
/// From an exact sum, as decimal(38, scale of the values), to what Spark gives for a group. What does not fit is an error, or null with
/// <c>orNull</c>.
/// </summary>
internal static class SumResults
{
    /// <summary>The sum in the result's type.</summary>
    public static Kernel Fit(KernelSite site, bool orNull)
    {
        var type = site.Result;
        return type switch
        {
            DecimalType d => new Kernel((Int128 sum) => DecimalMath.Fit(sum, d.Precision) ?? None<Int128>(type, orNull)),
            YearMonthIntervalType => new Kernel((Int128 sum) => sum == (int)sum ? (int)sum : None<int>(type, orNull)),
            _ => new Kernel((Int128 sum) => sum == (long)sum ? (long)sum : None<long>(type, orNull)),
        };
    }

    /// <summary>The mean: sum and count to the result's type, half away from zero.</summary>
    public static Kernel Mean(KernelSite site, bool orNull)
    {
        var type = site.Result;
        return type switch
        {
            DecimalType d => DecimalMean(((DecimalType)site.Arguments[0]).Scale, d, orNull),
            YearMonthIntervalType => new Kernel((Int128 sum, long count) =>
                count == 0 ? null : sum == (int)sum ? (int)DecimalMath.DivideHalfUp(sum, count) : None<int>(type, orNull)),
            _ => new Kernel((Int128 sum, long count) =>
                count == 0 ? null : sum == (long)sum ? (long)DecimalMath.DivideHalfUp(sum, count) : None<long>(type, orNull)),
        };
    }

    private static Kernel DecimalMean(int scale, DecimalType type, bool orNull)
    {
        // The mean has four digits more after the point than the values, but for types of nearly 38 digits.
        var up = Math.Max(0, type.Scale - scale);
        var down = Math.Max(0, scale - type.Scale);
        return new Kernel((Int128 sum, long count) => Divide(sum, count));

        Int128? Divide(Int128 sum, long count)
        {
            if (count == 0)
            {
                return null;
            }

            if (DecimalMath.Fit(sum, DecimalType.MaxPrecision) is null)
            {
                return None<Int128>(type, orNull);
            }

            var mean = down == 0 && DecimalMath.TryScaleUp(sum, up, out var scaled)
                ? DecimalMath.Fit(DecimalMath.DivideHalfUp(scaled, count), type.Precision)
                : DecimalMath.Fit(DecimalMath.DivideHalfUp(sum * DecimalMath.BigPower(up), count * DecimalMath.BigPower(down)), type.Precision);
            return mean ?? (orNull ? null : throw ArithmeticErrors.OutOfRange(type));
        }
    }

    private static T? None<T>(DataType type, bool orNull)
        where T : struct => orNull ? null : throw new QueryException(
            "ARITHMETIC_OVERFLOW", $"The sum does not fit {type.SimpleString}. Cast the values to a wider type, or use try_sum or try_avg for null.");
}
