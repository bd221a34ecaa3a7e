using SparkEtl.Spark.Catalogue.Kernels.Decimals;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels.Nested;

/// <summary>
/// Spark's order of boxed values of one type: null before everything, NaN after every number, strings and binary by bytes, arrays and structs
/// item by item.
/// </summary>
internal static class NestedOrder
{
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (object?[] l, object?[] r) => Items(l, r),
        (byte[] l, byte[] r) => l.AsSpan().SequenceCompareTo(r),
        (string l, string r) => Text(l, r),
        (double l, double r) => Floats(l, r),
        (float l, float r) => Floats(l, r),
        (DecimalValue l, DecimalValue r) => Decimals(l, r),
        (IComparable l, _) => l.CompareTo(right),
        _ => throw new InvalidOperationException($"Values of {left.GetType().Name} have no order."),
    };

    private static int Items(object?[] left, object?[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (Compare(left[i], right[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    // UTF-8 bytes sort as code points do; UTF-16 units do not, where surrogates stand next to U+E000 to U+FFFF.
    private static int Text(string left, string right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] != right[i])
            {
                return Rank(left[i]).CompareTo(Rank(right[i]));
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;

    private static int Floats(double left, double right) => (double.IsNaN(left), double.IsNaN(right)) switch
    {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => -1,
        _ => left < right ? -1 : left > right ? 1 : 0,
    };

    private static int Decimals(DecimalValue left, DecimalValue right) => left.Scale == right.Scale
        ? left.Unscaled.CompareTo(right.Unscaled)
        : (left.Unscaled * DecimalMath.BigPower(right.Scale)).CompareTo(right.Unscaled * DecimalMath.BigPower(left.Scale));
}
