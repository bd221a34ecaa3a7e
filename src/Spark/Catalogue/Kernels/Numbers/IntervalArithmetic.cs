using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>An interval, in microseconds or months, times or divided by a number: rounded half up to a whole unit.</summary>
internal static class IntervalArithmetic
{
    /// <summary>The kernel for an interval and a number, the number first when <paramref name="numberFirst"/>.</summary>
    public static Kernel Make(bool divide, KernelSite site, bool numberFirst, bool orNull)
    {
        var months = site.Result is YearMonthIntervalType;
        var number = site.Arguments[numberFirst ? 0 : 1];
        return number switch
        {
            DecimalType d => Of<Int128>(divide ? (u, n) => Divide(u, n, d.Scale) : (u, n) => Multiply(u, n, d.Scale), months, divide, numberFirst, orNull),
            DoubleType => Of<double>((u, n) => Round(divide ? u / n : u * n), months, divide, numberFirst, orNull),
            FloatType => Of<float>((u, n) => Round(divide ? u / (double)n : u * (double)n), months, divide, numberFirst, orNull),
            ByteType => Of<sbyte>((u, n) => Whole(u, n, divide), months, divide, numberFirst, orNull),
            ShortType => Of<short>((u, n) => Whole(u, n, divide), months, divide, numberFirst, orNull),
            IntegerType => Of<int>((u, n) => Whole(u, n, divide), months, divide, numberFirst, orNull),
            _ => Of<long>((u, n) => Whole(u, n, divide), months, divide, numberFirst, orNull),
        };
    }

    private static Kernel Of<T>(Func<long, T, Int128?> compute, bool months, bool divide, bool numberFirst, bool orNull)
        where T : struct, System.Numerics.INumberBase<T>
    {
        long? Compute(long units, T number)
        {
            if (divide && T.IsZero(number))
            {
                return orNull ? null : throw ArithmeticErrors.IntervalDivideByZero();
            }

            return compute(units, number) is { } value && (months ? value == (int)value : value == (long)value)
                ? (long)value
                : orNull ? null : throw ArithmeticErrors.IntervalOverflow();
        }

        return (months, numberFirst) switch
        {
            (true, false) => new Kernel((int u, T n) => (int?)Compute(u, n)),
            (true, true) => new Kernel((T n, int u) => (int?)Compute(u, n)),
            (false, false) => new Kernel((long u, T n) => Compute(u, n)),
            (false, true) => new Kernel((T n, long u) => Compute(u, n)),
        };
    }

    private static Int128? Whole(long units, long number, bool divide) =>
        divide ? DecimalMath.DivideHalfUp((Int128)units, number) : (Int128)units * number;

    private static Int128? Multiply(long units, Int128 number, int scale) =>
        DecimalMath.TryMultiply(units, number, out var product)
            ? DecimalMath.RoundOff(product, scale)
            : DecimalMath.Fit(DecimalMath.RoundOff((System.Numerics.BigInteger)units * number, scale), DecimalMath.LargestPower);

    private static Int128? Divide(long units, Int128 number, int scale) =>
        DecimalMath.Fit(
            DecimalMath.DivideHalfUp((System.Numerics.BigInteger)units * DecimalMath.BigPower(scale), (System.Numerics.BigInteger)number),
            DecimalMath.LargestPower);

    private static Int128? Round(double value) =>
        double.IsFinite(value) && Math.Abs(value) < 1e19 ? (Int128)Math.Round(value, MidpointRounding.AwayFromZero) : null;
}
