using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Casts of arrays, maps and structs, value by value; a struct's fields go by position.</summary>
internal static class NestedCasts
{
    public static Conversion? For(CastSite site) => (site.From, site.To) switch
    {
        (ArrayType a, ArrayType b) => Array(site, a, b),
        (MapType a, MapType b) => Map(site, a, b),
        (StructType a, StructType b) => Struct(site, a, b),
        _ => null,
    };

    private static Conversion Array(CastSite site, ArrayType from, ArrayType to)
    {
        var element = Inner(site, from.ElementType, to.ElementType);
        return Whole(site, (object?[] items) => System.Array.ConvertAll(items, item => item is null ? null : element(item)));
    }

    private static Conversion Map(CastSite site, MapType from, MapType to)
    {
        var key = Inner(site, from.KeyType, to.KeyType);
        var value = Inner(site, from.ValueType, to.ValueType);
        return Whole(site, (KeyValuePair<object, object?>[] entries) => Distinct(
            System.Array.ConvertAll(entries, e => KeyValuePair.Create(key(e.Key)!, e.Value is null ? null : value(e.Value)))));
    }

    private static Conversion Struct(CastSite site, StructType from, StructType to)
    {
        var fields = from.Fields.Zip(to.Fields).Select(p => Inner(site, p.First.DataType, p.Second.DataType)).ToArray();
        return Whole(site, (object?[] values) => values.Select((v, i) => v is null ? null : fields[i](v)).ToArray());
    }

    private static Conversion Whole<T>(CastSite site, Func<T, T> convert)
        where T : notnull => site.Total(convert);

    private static Func<object, object?> Inner(CastSite site, DataType from, DataType to) => CastKernels.Find(site with { From = from, To = to })!.Boxed;

    // '1' and '01' are two keys as text and one as a number: the last value stays, as where Spark collects such a map.
    private static KeyValuePair<object, object?>[] Distinct(KeyValuePair<object, object?>[] entries)
    {
        var positions = new Dictionary<object, int>(entries.Length);
        var kept = new List<KeyValuePair<object, object?>>(entries.Length);
        foreach (var entry in entries)
        {
            if (positions.TryAdd(entry.Key, kept.Count))
            {
                kept.Add(entry);
            }
            else
            {
                kept[positions[entry.Key]] = entry;
            }
        }

        return kept.Count == entries.Length ? entries : [.. kept];
    }
}
