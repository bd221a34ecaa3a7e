using System.Collections;

namespace SparkEtl.Spark.Sql.Values;

/// <summary>Equality of values of rows by what they hold: arrays, maps and bytes element by element.</summary>
internal sealed class ValueEquality : IEqualityComparer<object>
{
    public static readonly ValueEquality Comparer = new();

    public static bool SameRow(object row, object? other) =>
        ReferenceEquals(row, other) || (ValuesOf(row) is { } left && ValuesOf(other) is { } right && SameList(left, right));

    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (IDictionary a, IDictionary b) => SameMap(a, b),
        (IList a, IList b) => SameList(a, b),
        _ => left.Equals(right),
    };

    public static int Hash(object? value)
    {
        switch (value)
        {
            case null:
                return 0;
            case IDictionary map:
                return map.Keys.Cast<object>().Aggregate(map.Count, (sum, key) => sum ^ Hash(key));
            case IList list:
                var hash = default(HashCode);
                foreach (var item in list)
                {
                    hash.Add(Hash(item));
                }

                return hash.ToHashCode();
            default:
                return value.GetHashCode();
        }
    }

    bool IEqualityComparer<object>.Equals(object? x, object? y) => Same(x, y);

    int IEqualityComparer<object>.GetHashCode(object obj) => Hash(obj);

    private static object?[]? ValuesOf(object? row) => row switch
    {
        Row r => r.Values,
        GenericRow r => r.Values,
        _ => null,
    };

    private static bool SameList(IList left, IList right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!Same(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameMap(IDictionary left, IDictionary right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        var byKey = new Dictionary<object, object?>(Comparer);
        foreach (DictionaryEntry entry in right)
        {
            byKey[entry.Key] = entry.Value;
        }

        foreach (DictionaryEntry entry in left)
        {
            if (!byKey.TryGetValue(entry.Key, out var value) || !Same(entry.Value, value))
            {
                return false;
            }
        }

        return true;
    }
}
