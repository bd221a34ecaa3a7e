using SparkEtl.Spark.Catalogue.Kernels.Dates;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Collections;

/// <summary>Arrays of the values from one to another by a step.</summary>
internal static class Sequences
{
    /// <summary>A function of start and stop, and of the step when the call has one.</summary>
    public static Kernel Make(KernelSite site)
    {
        var element = ((ArrayType)site.Result).ElementType;
        return (element, site.Arguments.Count == 3 ? site.Arguments[2] : null) switch
        {
            (ByteType, null) => new Kernel((sbyte from, sbyte to) => Whole(from, to, Towards(from, to), v => (sbyte)v)),
            (ByteType, _) => new Kernel((sbyte from, sbyte to, sbyte step) => Whole(from, to, step, v => (sbyte)v)),
            (ShortType, null) => new Kernel((short from, short to) => Whole(from, to, Towards(from, to), v => (short)v)),
            (ShortType, _) => new Kernel((short from, short to, short step) => Whole(from, to, step, v => (short)v)),
            (IntegerType, null) => new Kernel((int from, int to) => Whole(from, to, Towards(from, to), v => (int)v)),
            (IntegerType, _) => new Kernel((int from, int to, int step) => Whole(from, to, step, v => (int)v)),
            (LongType, null) => new Kernel((long from, long to) => Whole(from, to, Towards(from, to), v => v)),
            (LongType, _) => new Kernel((long from, long to, long step) => Whole(from, to, step, v => v)),
            (DateType, null) => new Kernel((int from, int to) => Whole(from, to, Towards(from, to), v => (int)v)),
            (DateType, YearMonthIntervalType) => new Kernel((int from, int to, int months) =>
                Stepped(from, to, months, i => DatetimeArithmetic.DatePlusMonths(from, i), v => (int)v)),
            (DateType, _) => new Kernel((int from, int to, long micros) => Whole(from, to, WholeDays(micros), v => (int)v)),
            (_, null) => new Kernel((long from, long to) => Whole(from, to, Towards(from, to) * Calendar.MicrosPerDay, v => v)),
            (_, YearMonthIntervalType) => new Kernel((long from, long to, int months) =>
                Stepped(from, to, months, i => DatetimeArithmetic.TimestampPlusMonths(from, i), v => v)),
            _ => new Kernel((long from, long to, long micros) => Whole(from, to, micros, v => v)),
        };
    }

    private static int Towards(long from, long to) => from <= to ? 1 : -1;

    private static long WholeDays(long micros) => micros % Calendar.MicrosPerDay == 0 || Math.Abs(micros) >= Calendar.MicrosPerDay
        ? micros / Calendar.MicrosPerDay
        : throw Illegal("a sequence of dates takes steps of whole days, months or years");

    private static object?[] Whole(long from, long to, long step, Func<long, object> box)
    {
        RequireDirection(from, to, step);
        var count = step == 0 ? 1 : (((Int128)to - from) / step) + 1;
        if (count > CollectionErrors.MaxElements)
        {
            throw CollectionErrors.TooLong(count, "sequence");
        }

        var values = new object?[(int)count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = box(from + (i * step));
        }

        return values;
    }

    // Months differ in length: each value is counted from the start, so that a short month does not shift those after it.
    private static object?[] Stepped(long from, long to, int months, Func<int, long> at, Func<long, object> box)
    {
        RequireDirection(from, to, months);
        var values = new List<object?>();
        var value = from;
        for (var i = 1; months > 0 ? value <= to : value >= to; i++)
        {
            values.Add(box(value));
            if (months == 0)
            {
                break;
            }

            value = at(checked(i * months));
        }

        return [.. values];
    }

    private static void RequireDirection(long from, long to, long step)
    {
        if (from != to && (step == 0 || step > 0 != from < to))
        {
            throw Illegal($"{from} is not reached from {to} by steps of {step}");
        }
    }

    private static QueryException Illegal(string reason) => new("INVALID_PARAMETER_VALUE.SEQUENCE", $"Illegal sequence boundaries: {reason}.");
}
