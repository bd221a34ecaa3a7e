using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Numbers;

/// <summary>Which way a number between two goes.</summary>
internal enum RoundingMode
{
    /// <summary>To the nearer one, away from zero when both are as near.</summary>
    HalfUp,

    /// <summary>To the nearer one, to the even digit when both are as near.</summary>
    HalfEven,

    Ceiling,

    Floor,
}

/// <summary>Numbers rounded to a number of digits after the point; a negative number of digits rounds before it.</summary>
internal static class Rounding
{
    /// <summary>The kernel for a number, and the number of digits where the call has it.</summary>
    public static Kernel Make(KernelSite site, RoundingMode mode) => (site.Arguments[0], site.Result) switch
    {
        (DecimalType from, DecimalType to) => Of<Int128>(site, (x, scale) => Decimal(x, from.Scale, to, scale, mode)),
        (DoubleType, LongType) => new Kernel((double x) => Narrow(mode == RoundingMode.Ceiling ? Math.Ceiling(x) : Math.Floor(x))),
        (DoubleType, _) => Of<double>(site, (x, scale) => Double(x, scale, mode)),
        (FloatType, _) => Of<float>(site, (x, scale) => float.IsFinite(x) ? (float)Double(x, scale, mode) : x),
        (ByteType, _) => Of<sbyte>(site, (x, scale) => Whole(x, scale, mode, "tinyint")),
        (ShortType, _) => Of<short>(site, (x, scale) => Whole(x, scale, mode, "smallint")),
        (IntegerType, _) => Of<int>(site, (x, scale) => Whole(x, scale, mode, "int")),
        _ => Of<long>(site, (x, scale) => Whole(x, scale, mode, "bigint")),
    };

    /// <summary>
    /// A double is rounded as the shortest decimal text that stands for it, so that 2.675 to two digits is 2.68 although its binary value is less.
    /// </summary>
    public static double Double(double x, int scale, RoundingMode mode)
    {
        if (!double.IsFinite(x))
        {
            return x;
        }

        if (scale is >= 0 and <= 11 && Math.Abs(x) < 1e11)
        {
            var power = Pow10(scale);
            var shifted = Math.Abs(x) * power;
            var whole = Math.Floor(shifted);
            var distance = Math.Abs(shifted - whole - 0.5);

            // Far enough from a tie that no error of the multiplication matters; whole and power are exact, so the division rounds once.
            if (shifted < 1e11 && distance > 1e-4 && mode is RoundingMode.HalfUp or RoundingMode.HalfEven)
            {
                return (Math.CopySign(Math.Round(shifted), x) / power) + 0.0;
            }
        }

        return AsText(x, scale, mode);
    }

    /// <summary>value / 10^digits.</summary>
    public static BigInteger Drop(BigInteger value, int digits, RoundingMode mode)
    {
        if (digits <= 0)
        {
            return value;
        }

        var divisor = DecimalMath.BigPower(digits);
        var quotient = BigInteger.DivRem(value, divisor, out var rest);
        return quotient + Step(rest.Sign, (BigInteger.Abs(rest) * 2).CompareTo(divisor), quotient.IsEven, mode);
    }

    private static Int128 Drop(Int128 value, int digits, RoundingMode mode)
    {
        if (digits <= 0)
        {
            return value;
        }

        if (digits > DecimalMath.LargestPower)
        {
            return Step(Int128.Sign(value), -1, true, mode);
        }

        var divisor = DecimalMath.Power(digits);
        var (quotient, rest) = Int128.DivRem(value, divisor);
        var size = Int128.Abs(rest);
        return quotient + Step(Int128.Sign(rest), size.CompareTo(divisor - size), Int128.IsEvenInteger(quotient), mode);
    }

    private static int Step(int sign, int againstHalf, bool even, RoundingMode mode) => mode switch
    {
        RoundingMode.Ceiling => sign > 0 ? 1 : 0,
        RoundingMode.Floor => sign < 0 ? -1 : 0,
        RoundingMode.HalfUp => againstHalf >= 0 ? sign : 0,
        _ => againstHalf > 0 || (againstHalf == 0 && !even) ? sign : 0,
    };

    private static Kernel Of<T>(KernelSite site, Func<T, int, T> round) => site.Arguments.Count == 1 ? new Kernel((T x) => round(x, 0)) : new Kernel(round);

    private static Int128 Decimal(Int128 x, int fromScale, DecimalType to, int scale, RoundingMode mode)
    {
        var rounded = Drop(x, fromScale - Math.Min(scale, fromScale), mode);

        // To tens and more: the digits before the point come back as zeros.
        return rounded == 0 ? 0
            : DecimalMath.TryScaleUp(rounded, Math.Max(-scale, 0), out var whole) && DecimalMath.Fit(whole, to.Precision) is { } value ? value
            : throw ArithmeticErrors.OutOfRange(to);
    }

    private static T Whole<T>(T x, int scale, RoundingMode mode, string type)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (scale >= 0)
        {
            return x;
        }

        var rounded = Drop(Int128.CreateChecked(x), -scale, mode);
        return rounded == 0 ? T.Zero
            : DecimalMath.TryScaleUp(rounded, -scale, out var value) && value >= Int128.CreateChecked(T.MinValue) && value <= Int128.CreateChecked(T.MaxValue)
            ? T.CreateTruncating(value)
            : throw ArithmeticErrors.Overflow(type);
    }

    // As Java narrows: NaN is 0, what is too large is the largest.
    private static long Narrow(double x) =>
        double.IsNaN(x) ? 0 : x >= 9.2233720368547758E18 ? long.MaxValue : x <= -9.2233720368547758E18 ? long.MinValue : (long)x;

    private static double AsText(double x, int scale, RoundingMode mode)
    {
        // "R" is digits, perhaps a point, perhaps an exponent.
        var shortest = x.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        var exponent = exponentAt < 0 ? 0 : int.Parse(shortest[(exponentAt + 1)..], CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= mantissa.Length - point - 1;
            mantissa = mantissa.Remove(point, 1);
        }

        if (exponent >= -scale)
        {
            return x + 0.0;
        }

        var drop = -scale - exponent;
        var digits = BigInteger.Parse(mantissa, CultureInfo.InvariantCulture);
        var rounded = drop > 400 ? Step(digits.Sign, -1, true, mode) : Drop(digits, drop, mode);
        return double.Parse($"{rounded}E{-scale}", CultureInfo.InvariantCulture) + 0.0;
    }

    private static double Pow10(int exponent) => exponent switch
    {
        0 => 1,
        1 => 10,
        2 => 100,
        3 => 1000,
        _ => (double)DecimalMath.Power(exponent),
    };
}
