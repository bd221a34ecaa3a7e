using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>The options of a call that reads or writes text, letters' case of their names ignored. One that is not known here is refused by name.</summary>
internal sealed class TextOptions
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string function;

    public TextOptions(string function, IEnumerable<KeyValuePair<object, object?>> entries, params string[] known)
    {
        this.function = function;
        foreach (var (key, value) in entries)
        {
            var name = (string)key;
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new RefusedException($"the option '{name}' of {function}", $"known here are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }

            if (value is string text)
            {
                values[name] = text;
            }
        }
    }

    public string? Text(string name) => values.GetValueOrDefault(name);

    public string Text(string name, string @default) => values.GetValueOrDefault(name, @default);

    public bool Flag(string name, bool @default) => values.TryGetValue(name, out var text)
        ? text.ToLowerInvariant() switch
        {
            "true" => true,
            "false" => false,
            _ => throw new AnalysisException("INVALID_OPTION_VALUE", $"The option '{name}' of {function} must be true or false, found '{text}'."),
        }
        : @default;
}
