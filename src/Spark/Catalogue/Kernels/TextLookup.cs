using System.Collections.Concurrent;

namespace SparkEtl.Spark.Catalogue.Kernels;

/// <summary>
/// What was made of the texts one call has seen: of one pattern or time zone mostly, of as many as there are values when it is a column.
/// </summary>
internal sealed class TextLookup<T>(Func<string, T> make)
{
    private const int Limit = 256;

    private readonly ConcurrentDictionary<string, T> known = new(StringComparer.Ordinal);

    public T Get(string text)
    {
        if (known.TryGetValue(text, out var value))
        {
            return value;
        }

        value = make(text);
        if (known.Count < Limit)
        {
            known[text] = value;
        }

        return value;
    }
}
