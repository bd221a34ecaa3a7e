using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Casts between dates, timestamps and numbers of seconds. Time zone UTC.</summary>
internal static class TimeCasts
{
    private const int DigitsOfProducts = 34;
    private const double MicrosPerSecond = Calendar.MicrosPerSecond;

    public static Conversion? For(CastSite site) => (site.From, site.To) switch
    {
        (DateType, TimestampType or TimestampNtzType) => site.PartialOverflow((int v) => Narrow((Int128)v * Calendar.MicrosPerDay)),
        (TimestampType or TimestampNtzType, DateType) => site.Total<long, int>(Calendar.DaysSinceEpoch),
        (TimestampType or TimestampNtzType, TimestampType or TimestampNtzType) => site.Total((long v) => v),
        (TimestampType, _) => FromTimestamp(site),
        (ByteType, TimestampType) => site.Total((sbyte v) => v * Calendar.MicrosPerSecond),
        (ShortType, TimestampType) => site.Total((short v) => v * Calendar.MicrosPerSecond),
        (IntegerType, TimestampType) => site.Total((int v) => v * Calendar.MicrosPerSecond),
        (LongType, TimestampType) => site.Total((long v) => Saturate((Int128)v * Calendar.MicrosPerSecond)),
        (FloatType, TimestampType) => FromDouble<float>(site, v => v),
        (DoubleType, TimestampType) => FromDouble<double>(site, v => v),
        (DecimalType d, TimestampType) => site.Total((Int128 v) => FromDecimal(v, d.Scale)),
        _ => null,
    };

    private static Conversion? FromTimestamp(CastSite site) => site.To switch
    {
        ByteType => site.PartialOverflow((long v) => Seconds(v) is >= sbyte.MinValue and <= sbyte.MaxValue and var s ? (sbyte)s : default(sbyte?)),
        ShortType => site.PartialOverflow((long v) => Seconds(v) is >= short.MinValue and <= short.MaxValue and var s ? (short)s : default(short?)),
        IntegerType => site.PartialOverflow((long v) => Seconds(v) is >= int.MinValue and <= int.MaxValue and var s ? (int)s : default(int?)),
        LongType => site.Total<long, long>(Seconds),
        FloatType => site.Total((long v) => (float)(v / MicrosPerSecond)),
        DoubleType => site.Total((long v) => v / MicrosPerSecond),

        // By way of a double, as Spark does.
        DecimalType d => site.ToDecimal((long v) => NumberCasts.ToDecimal(v / MicrosPerSecond, d)),
        _ => null,
    };

    private static Conversion FromDouble<TIn>(CastSite site, Func<TIn, double> widen)
        where TIn : notnull =>
        site.Partial(
            (TIn v) => NumberCasts.ToWhole(widen(v) * MicrosPerSecond, long.MinValue, long.MaxValue),
            v => double.IsFinite(widen(v)) ? CastErrors.Overflow(v, site.From, site.To) : CastErrors.Invalid(v, site.From, site.To));

    // Spark multiplies with 34 digits, and takes the low 64 bits of what is too large.
    private static long FromDecimal(Int128 unscaled, int scale)
    {
        unscaled = RoundHalfEven(unscaled, DecimalMath.Power(Int128.Abs(unscaled) >= DecimalMath.Power(DigitsOfProducts) ? Excess(unscaled) : 0));
        var power = DecimalMath.Power(scale);
        var whole = unscaled / power;
        var rest = unscaled % power;
        return unchecked((long)((whole * Calendar.MicrosPerSecond) + Micros(rest, scale)));
    }

    private static int Excess(Int128 unscaled)
    {
        var excess = 1;
        while (Int128.Abs(unscaled) >= DecimalMath.Power(DigitsOfProducts + excess))
        {
            excess++;
        }

        return excess;
    }

    private static Int128 RoundHalfEven(Int128 value, Int128 unit)
    {
        var (quotient, rest) = Int128.DivRem(value, unit);
        var twice = Int128.Abs(rest) * 2;
        var up = twice > unit || (twice == unit && Int128.IsOddInteger(quotient));
        return (quotient + (up ? Int128.Sign(value) : 0)) * unit;
    }

    private static Int128 Micros(Int128 rest, int scale) =>
        scale <= 6 ? rest * DecimalMath.Power(6 - scale) : rest / DecimalMath.Power(scale - 6);

    private static long Seconds(long micros) => Calendar.FloorDivide(micros, Calendar.MicrosPerSecond);

    private static long? Narrow(Int128 micros) => micros >= long.MinValue && micros <= long.MaxValue ? (long)micros : null;

    private static long Saturate(Int128 micros) => micros > long.MaxValue ? long.MaxValue : micros < long.MinValue ? long.MinValue : (long)micros;
}
