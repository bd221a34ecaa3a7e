using System.Globalization;
using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Casts between numbers and booleans. Fractions are cut off towards a whole number, and rounded half up towards a decimal.</summary>
internal static class NumberCasts
{
    // Below these, a double or a float quotient of an exact value and an exact power of ten is rounded once.
    private const long ExactDouble = 1L << 53;
    private const int ExactDoublePowers = 22;

    public static Conversion? For(CastSite site) => (site.From, site.To) switch
    {
        (ByteType, _) => FromLong<sbyte>(site, v => v),
        (ShortType, _) => FromLong<short>(site, v => v),
        (IntegerType, _) => FromLong<int>(site, v => v),
        (LongType, _) => FromLong<long>(site, v => v),
        (BooleanType, FloatType) => site.Total((bool v) => v ? 1f : 0f),
        (BooleanType, DoubleType) => site.Total((bool v) => v ? 1d : 0d),
        (BooleanType, _) => FromLong<bool>(site, v => v ? 1 : 0),
        (FloatType, DoubleType) => site.Total((float v) => (double)v),
        (FloatType, _) => FromDouble<float>(site, v => v),
        (DoubleType, FloatType) => site.Total((double v) => (float)v),
        (DoubleType, _) => FromDouble<double>(site, v => v),
        (DecimalType d, _) => FromDecimal(site, d),
        _ => null,
    };

    /// <summary>The nearest double.</summary>
    public static double ToDouble(Int128 unscaled, int scale) =>
        unscaled > -ExactDouble && unscaled < ExactDouble && scale <= ExactDoublePowers
            ? (double)(long)unscaled / (double)DecimalMath.Power(scale)
            : double.Parse(new DecimalValue(unscaled, scale).ToString(), CultureInfo.InvariantCulture);

    /// <summary>A double as a decimal, by the digits it prints with; null when it does not fit. NaN and the infinities have no digits.</summary>
    public static Int128? ToDecimal(double value, DecimalType to)
    {
        if (value == 0)
        {
            return Int128.Zero;
        }

        var (digits, exponent) = JavaNumberText.Digits(value);
        var unscaled = Int128.Parse(digits, CultureInfo.InvariantCulture);
        return DecimalScale.Rescale(value < 0 ? -unscaled : unscaled, digits.Length - exponent, to);
    }

    /// <summary>The whole part of a double; null when it is not within the bounds.</summary>
    public static long? ToWhole(double value, long minimum, long maximum) =>
        Math.Floor(value) <= maximum && Math.Ceiling(value) >= minimum
            ? value >= long.MaxValue ? long.MaxValue : (long)value
            : null;

    private static Conversion? FromLong<TIn>(CastSite site, Func<TIn, long> widen)
        where TIn : notnull => site.To switch
        {
            ByteType => site.PartialOverflow((TIn v) => widen(v) is >= sbyte.MinValue and <= sbyte.MaxValue and var n ? (sbyte)n : default(sbyte?)),
            ShortType => site.PartialOverflow((TIn v) => widen(v) is >= short.MinValue and <= short.MaxValue and var n ? (short)n : default(short?)),
            IntegerType => site.PartialOverflow((TIn v) => widen(v) is >= int.MinValue and <= int.MaxValue and var n ? (int)n : default(int?)),
            LongType => site.Total(widen),
            FloatType => site.Total((TIn v) => (float)widen(v)),
            DoubleType => site.Total((TIn v) => (double)widen(v)),
            BooleanType => site.Total((TIn v) => widen(v) != 0),
            DecimalType d => site.ToDecimal((TIn v) => DecimalScale.Rescale(widen(v), 0, d)),
            _ => null,
        };

    private static Conversion? FromDouble<TIn>(CastSite site, Func<TIn, double> widen)
        where TIn : notnull => site.To switch
        {
            ByteType => site.PartialOverflow((TIn v) => (sbyte?)ToWhole(widen(v), sbyte.MinValue, sbyte.MaxValue)),
            ShortType => site.PartialOverflow((TIn v) => (short?)ToWhole(widen(v), short.MinValue, short.MaxValue)),
            IntegerType => site.PartialOverflow((TIn v) => (int?)ToWhole(widen(v), int.MinValue, int.MaxValue)),
            LongType => site.PartialOverflow((TIn v) => ToWhole(widen(v), long.MinValue, long.MaxValue)),
            BooleanType => site.Total((TIn v) => widen(v) != 0),

            // A double without digits (NaN, Infinity) is null in ANSI mode too.
            DecimalType d => site.Nullable((TIn v) => double.IsFinite(widen(v))
                ? ToDecimal(widen(v), d) ?? (site.Try ? default(Int128?) : throw CastErrors.OutOfRange(widen(v), d))
                : null),
            _ => null,
        };

    private static Conversion? FromDecimal(CastSite site, DecimalType from) => site.To switch
    {
        ByteType => site.PartialOverflow((Int128 v) => (sbyte?)ToWhole(v, from, sbyte.MinValue, sbyte.MaxValue)),
        ShortType => site.PartialOverflow((Int128 v) => (short?)ToWhole(v, from, short.MinValue, short.MaxValue)),
        IntegerType => site.PartialOverflow((Int128 v) => (int?)ToWhole(v, from, int.MinValue, int.MaxValue)),
        LongType => site.PartialOverflow((Int128 v) => (v / DecimalMath.Power(from.Scale)) is var n && n >= long.MinValue && n <= long.MaxValue ? (long)n : default(long?)),
        FloatType => site.Total((Int128 v) => float.Parse(new DecimalValue(v, from.Scale).ToString(), CultureInfo.InvariantCulture)),
        DoubleType => site.Total((Int128 v) => ToDouble(v, from.Scale)),
        BooleanType => site.Total((Int128 v) => v != 0),
        DecimalType to => site.ToDecimal((Int128 v) => DecimalScale.Rescale(v, from.Scale, to)),
        _ => null,
    };

    // Spark checks the range of a wide decimal on the nearest double: 2147483647.9999999999 is out of an int's.
    private static long? ToWhole(Int128 unscaled, DecimalType from, long minimum, long maximum)
    {
        if (from.Precision > 18)
        {
            return ToWhole(ToDouble(unscaled, from.Scale), minimum, maximum);
        }

        var whole = (long)(unscaled / DecimalMath.Power(from.Scale));
        return whole >= minimum && whole <= maximum ? whole : null;
    }
}
