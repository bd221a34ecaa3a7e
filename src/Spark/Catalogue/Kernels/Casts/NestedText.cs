using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Arrays, maps and structs as text: <c>[1, null]</c>, <c>{a -> 1}</c>, <c>{1, x}</c>.</summary>
internal static class NestedText
{
    public static string Array(object?[] items, Func<object, object?> element)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < items.Length; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty).Append(Show(items[i], element));
        }

        return text.Append(']').ToString();
    }

    public static string Map(KeyValuePair<object, object?>[] entries, Func<object, object?> key, Func<object, object?> value)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < entries.Length; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty).Append(Show(entries[i].Key, key)).Append(" -> ").Append(Show(entries[i].Value, value));
        }

        return text.Append('}').ToString();
    }

    public static string Struct(object?[] values, Func<object, object?>[] fields)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty).Append(Show(values[i], fields[i]));
        }

        return text.Append('}').ToString();
    }

    private static object Show(object? value, Func<object, object?> show) => value is null ? "null" : show(value) ?? "null";
}
