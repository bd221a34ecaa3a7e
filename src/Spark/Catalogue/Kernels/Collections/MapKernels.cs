using SparkEtl.Spark.Catalogue.Kernels.Nested;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Collections;

/// <summary>Functions of maps: entries in the order they were put in, each key once and never null.</summary>
internal static class MapKernels
{
    private static readonly ValueComparer Values = ValueComparer.Instance;

    /// <summary>A map of keys and values in turn.</summary>
    public static KeyValuePair<object, object?>[] OfPairs(object?[] keysAndValues) =>
        Build(Enumerable.Range(0, keysAndValues.Length / 2).Select(i => (keysAndValues[2 * i], keysAndValues[(2 * i) + 1])), keysAndValues.Length / 2);

    public static KeyValuePair<object, object?>[] OfArrays(object?[] keys, object?[] values) => keys.Length == values.Length
        ? Build(keys.Zip(values), keys.Length)
        : throw new QueryException(
            "_LEGACY_ERROR_TEMP_2128", $"The keys and values of a map must be as many, found {keys.Length} and {values.Length}.");

    /// <summary>A map of structs of key and value; null when one of them is.</summary>
    public static KeyValuePair<object, object?>[]? OfEntries(object?[] entries) =>
        Array.IndexOf(entries, null) >= 0 ? null : Build(entries.Select(e => (((object?[])e!)[0], ((object?[])e)[1])), entries.Length);

    /// <summary>The entries of all of them; null when one is.</summary>
    public static KeyValuePair<object, object?>[]? Concat(object?[] maps)
    {
        if (Array.IndexOf(maps, null) >= 0)
        {
            return null;
        }

        var entries = maps.SelectMany(m => (KeyValuePair<object, object?>[])m!).ToArray();
        return Build(entries.Select(e => ((object?)e.Key, e.Value)), entries.Length);
    }

    public static object? ValueOf(KeyValuePair<object, object?>[] map, object key) => Array.Find(map, e => Values.Equals(e.Key, key)).Value;

    public static bool ContainsKey(KeyValuePair<object, object?>[] map, object key) => Array.Exists(map, e => Values.Equals(e.Key, key));

    /// <summary>The keys of both, the first map's first, as structs of key and both values, null where a map lacks the key.</summary>
    public static object?[] Zip(KeyValuePair<object, object?>[] left, KeyValuePair<object, object?>[] right)
    {
        var rows = new Dictionary<object, object?[]>(Values);
        var order = new List<object?>();
        foreach (var (key, value) in left)
        {
            rows[key] = [key, value, null];
            order.Add(rows[key]);
        }

        foreach (var (key, value) in right)
        {
            if (rows.TryGetValue(key, out var row))
            {
                row[2] = value;
            }
            else
            {
                order.Add(new[] { key, null, value });
            }
        }

        return [.. order];
    }

    private static KeyValuePair<object, object?>[] Build(IEnumerable<(object? Key, object? Value)> entries, int count)
    {
        var seen = new HashSet<object?>(count, Values);
        var map = new KeyValuePair<object, object?>[count];
        var i = 0;
        foreach (var (written, value) in entries)
        {
            // Both zeros are one key, and it is the positive one.
            var key = written switch
            {
                null => throw CollectionErrors.NullKey(),
                0.0 => 0.0,
                0.0f => 0.0f,
                _ => written,
            };
            if (!seen.Add(key))
            {
                throw CollectionErrors.DuplicateKey(key);
            }

            map[i++] = KeyValuePair.Create(key, value);
        }

        return map;
    }
}
