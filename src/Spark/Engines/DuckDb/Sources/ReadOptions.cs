using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.DuckDb.Sources;

/// <summary>The options of a read or a write. Keys are in lower case; of two of one key the later counts. Unknown ones mean nothing, as in Spark.</summary>
internal sealed class ReadOptions
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly string format;

    /// <summary>The format they belong to.</summary>
    public string Format => format;

    public ReadOptions(string format, Seq<KeyValuePair<string, string>> options)
    {
        this.format = format;
        foreach (var (key, value) in options)
        {
            values[key] = value;
        }
    }

    /// <summary>The text of an option under the first of its names that is set; null when none is.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A yes or no.</summary>
    public bool Flag(string name, bool otherwise) => Text(name) switch
    {
        null => otherwise,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        var text => throw Invalid(name, text, "true or false"),
    };

    /// <summary>The error of a value that an option does not take.</summary>
    public AnalysisException Invalid(string name, string found, string expected) => new(
        "INVALID_OPTION", $"Found '{found}' for the option {name} of {format}, expected {expected}.");

    /// <summary>The refusal of an option.</summary>
    public RefusedException Refused(string name, string reason) => new($"The option {name} of {format}", reason);
}
