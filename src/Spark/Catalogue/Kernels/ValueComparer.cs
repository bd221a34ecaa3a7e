using System.Numerics;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels;

/// <summary>
/// Spark's order and equality of boxed values (see <see cref="Kernel"/>) of one type: null first and equal to null, NaN the largest number and equal to
/// itself, both zeros equal, text and bytes compared byte by byte without sign, arrays and structs item by item.
/// Maps have no order here; they are equal with equal entries in the same order.
/// </summary>
internal sealed class ValueComparer : IComparer<object?>, IEqualityComparer<object?>
{
    public static readonly ValueComparer Instance = new();

    private ValueComparer()
    {
    }

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => CompareText(a, b),
        (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
        (double a, double b) => CompareNumbers(a, b),
        (float a, float b) => CompareNumbers(a, b),
        (DecimalValue a, DecimalValue b) => CompareDecimals(a, b),
        (object?[] a, object?[] b) => CompareItems(a, b),
        (KeyValuePair<object, object?>[] a, KeyValuePair<object, object?>[] b) => CompareEntries(a, b),
        (IComparable a, _) => a.CompareTo(y),
        _ => throw new ArgumentException($"{x.GetType()} has no order."),
    };

    public new bool Equals(object? x, object? y) => (x, y) switch
    {
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        _ => Compare(x, y) == 0,
    };

    public int GetHashCode(object? obj)
    {
        switch (obj)
        {
            case null:
                return 0;
            case double d:
                return d == 0 ? 0 : d.GetHashCode();
            case float f:
                return f == 0 ? 0 : f.GetHashCode();
            case DecimalValue d:
                return Reduced(d).GetHashCode();
            case byte[] bytes:
                var hash = default(HashCode);
                hash.AddBytes(bytes);
                return hash.ToHashCode();
            case object?[] items:
                var itemsHash = default(HashCode);
                foreach (var item in items)
                {
                    itemsHash.Add(GetHashCode(item));
                }

                return itemsHash.ToHashCode();
            case KeyValuePair<object, object?>[] entries:
                return entries.Length;
            default:
                return obj.GetHashCode();
        }
    }

    /// <summary>As the UTF-8 bytes compare: UTF-16 units do too, but for surrogates, which stand for the largest characters.</summary>
    private static int CompareText(string a, string b)
    {
        var common = a.AsSpan().CommonPrefixLength(b);
        if (common == a.Length || common == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        var (left, right) = (a[common], b[common]);
        return char.IsSurrogate(left) == char.IsSurrogate(right) ? left.CompareTo(right) : char.IsSurrogate(left) ? 1 : -1;
    }

    private static int CompareNumbers<T>(T a, T b)
        where T : IFloatingPointIeee754<T> =>
        T.IsNaN(a) ? (T.IsNaN(b) ? 0 : 1) : T.IsNaN(b) ? -1 : a < b ? -1 : a > b ? 1 : 0;

    private static int CompareDecimals(DecimalValue a, DecimalValue b) => a.Scale == b.Scale
        ? a.Unscaled.CompareTo(b.Unscaled)
        : (a.Unscaled * BigInteger.Pow(10, Math.Max(0, b.Scale - a.Scale))).CompareTo(b.Unscaled * BigInteger.Pow(10, Math.Max(0, a.Scale - b.Scale)));

    private static Int128 Reduced(DecimalValue value)
    {
        var unscaled = value.Unscaled;
        while (unscaled != 0 && unscaled % 10 == 0)
        {
            unscaled /= 10;
        }

        return unscaled;
    }

    private int CompareItems(object?[] a, object?[] b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (Compare(a[i], b[i]) is var order && order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private int CompareEntries(KeyValuePair<object, object?>[] a, KeyValuePair<object, object?>[] b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = Compare(a[i].Key, b[i].Key);
            order = order == 0 ? Compare(a[i].Value, b[i].Value) : order;
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }
}
