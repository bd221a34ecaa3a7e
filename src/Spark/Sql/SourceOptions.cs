using System.Globalization;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <summary>Options of a source or target: names in lower case, values as text.</summary>
internal sealed class SourceOptions
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    public Seq<KeyValuePair<string, string>> All => values.ToSeq();

    public void Set(string key, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        values[key.ToLowerInvariant()] = value;
    }

    public void Set(string key, bool value) => Set(key, value ? "true" : "false");

    public void Set(string key, long value) => Set(key, value.ToString(CultureInfo.InvariantCulture));

    public void Set(string key, double value) => Set(key, value.ToString("R", CultureInfo.InvariantCulture));

    public void SetAll(IEnumerable<KeyValuePair<string, string>> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var (key, value) in options)
        {
            Set(key, value);
        }
    }

    public string? TryGet(string key) => values.GetValueOrDefault(key);

    public Seq<KeyValuePair<string, string>> Without(string key) => values.Where(v => v.Key != key).ToSeq();
}
