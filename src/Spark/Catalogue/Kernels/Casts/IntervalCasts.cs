using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Casts between intervals, and between intervals and numbers of their last field.</summary>
internal static class IntervalCasts
{
    private const int MicrosScale = 6;

    public static Conversion? For(CastSite site) => (site.From, site.To) switch
    {
        (DayTimeIntervalType, DayTimeIntervalType to) => site.Total((long v) => to.End == 3 ? v : v - (v % IntervalFields.MicrosOf(to.End))),
        (YearMonthIntervalType, YearMonthIntervalType to) => site.Total((int v) => v - (v % IntervalFields.MonthsOf(to.End))),
        (ByteType, _) => FromLong<sbyte>(site, v => v),
        (ShortType, _) => FromLong<short>(site, v => v),
        (IntegerType, _) => FromLong<int>(site, v => v),
        (LongType, _) => FromLong<long>(site, v => v),
        (DecimalType d, DayTimeIntervalType to) => site.PartialOverflow((Int128 v) => Narrow(Times(v, d.Scale, IntervalFields.MicrosOf(to.End)))),
        (DecimalType d, YearMonthIntervalType to) => site.PartialOverflow((Int128 v) => NarrowInt(Times(v, d.Scale, IntervalFields.MonthsOf(to.End)))),
        (DayTimeIntervalType f, DecimalType to) => site.ToDecimal((long v) => f.End == 3
            ? DecimalScale.Rescale(v, MicrosScale, to)
            : DecimalScale.Rescale(v / IntervalFields.MicrosOf(f.End), 0, to)),
        (YearMonthIntervalType f, DecimalType to) => site.ToDecimal((int v) => DecimalScale.Rescale(v / IntervalFields.MonthsOf(f.End), 0, to)),
        (DayTimeIntervalType f, _) => ToWhole<long>(site, v => v / IntervalFields.MicrosOf(f.End)),
        (YearMonthIntervalType f, _) => ToWhole<int>(site, v => v / IntervalFields.MonthsOf(f.End)),
        _ => null,
    };

    private static Conversion? FromLong<TIn>(CastSite site, Func<TIn, long> widen)
        where TIn : notnull => site.To switch
        {
            DayTimeIntervalType t => site.PartialOverflow((TIn v) => Narrow((Int128)widen(v) * IntervalFields.MicrosOf(t.End))),
            YearMonthIntervalType t => site.PartialOverflow((TIn v) => NarrowInt((Int128)widen(v) * IntervalFields.MonthsOf(t.End))),
            _ => null,
        };

    private static Conversion? ToWhole<TIn>(CastSite site, Func<TIn, long> whole)
        where TIn : notnull => site.To switch
        {
            ByteType => site.PartialOverflow((TIn v) => whole(v) is >= sbyte.MinValue and <= sbyte.MaxValue and var n ? (sbyte)n : default(sbyte?)),
            ShortType => site.PartialOverflow((TIn v) => whole(v) is >= short.MinValue and <= short.MaxValue and var n ? (short)n : default(short?)),
            IntegerType => site.PartialOverflow((TIn v) => whole(v) is >= int.MinValue and <= int.MaxValue and var n ? (int)n : default(int?)),
            LongType => site.Total(whole),
            _ => null,
        };

    // The whole part and the fraction apart: a decimal of 38 digits times the microseconds of a day does not fit 128 bits.
    private static Int128? Times(Int128 unscaled, int scale, long unit)
    {
        var power = DecimalMath.Power(scale);
        var (whole, rest) = Int128.DivRem(unscaled, power);
        if (whole > long.MaxValue || whole < long.MinValue)
        {
            return null;
        }

        // Digits beyond these cannot change a microsecond of a day.
        var kept = Math.Min(scale, 26);
        var fraction = rest / DecimalMath.Power(scale - kept) * unit;
        var half = DecimalMath.Power(kept) / 2;
        return (whole * unit) + ((fraction + (fraction < 0 ? -half : half)) / DecimalMath.Power(kept));
    }

    private static long? Narrow(Int128? micros) => micros >= long.MinValue && micros <= long.MaxValue ? (long)micros : null;

    private static int? NarrowInt(Int128? months) => months >= int.MinValue && months <= int.MaxValue ? (int)months : null;
}
