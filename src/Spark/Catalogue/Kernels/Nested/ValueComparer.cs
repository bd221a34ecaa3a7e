using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Kernels.Nested;

/// <summary>Equality and order of boxed values for sets, dictionaries and sorts: see <see cref="NestedOrder"/>.</summary>
internal sealed class ValueComparer : IComparer<object?>, IEqualityComparer<object?>
{
    public static readonly ValueComparer Instance = new();

    private ValueComparer()
    {
    }

    public int Compare(object? x, object? y) => NestedOrder.Compare(x, y);

    public new bool Equals(object? x, object? y) => x is string left && y is string right ? string.Equals(left, right, StringComparison.Ordinal) : Compare(x, y) == 0;

    public int GetHashCode(object? obj) => obj switch
    {
        null => 0,
        double d => d == 0 ? 0 : d.GetHashCode(),
        float f => f == 0 ? 0 : f.GetHashCode(),

        // Values of one type have one scale.
        DecimalValue d => d.Unscaled.GetHashCode(),
        byte[] bytes => OfBytes(bytes),
        object?[] items => OfItems(items),
        _ => obj.GetHashCode(),
    };

    private static int OfBytes(byte[] bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private int OfItems(object?[] items)
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(GetHashCode(item));
        }

        return hash.ToHashCode();
    }
}
