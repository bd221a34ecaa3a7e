using System.Globalization;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql;

/// <summary>Options of a source or target, values as text. The case of names does not count, but is kept for those who are given them.</summary>
internal sealed class SourceOptions
{
    private readonly SortedDictionary<string, (string Name, string Value)> values = new(StringComparer.Ordinal);

    /// <summary>Names in lower case.</summary>
    public Seq<KeyValuePair<string, string>> All => values.Select(v => KeyValuePair.Create(v.Key, v.Value.Value)).ToSeq();

    /// <summary>Names as they were written: a database's driver may know them only so.</summary>
    public Seq<KeyValuePair<string, string>> AsWritten => values.Values.Select(v => KeyValuePair.Create(v.Name, v.Value)).ToSeq();

    public void Set(string key, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        values[key.ToLowerInvariant()] = (key, value);
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

    public string? TryGet(string key) => values.TryGetValue(key, out var found) ? found.Value : null;

    public Seq<KeyValuePair<string, string>> Without(string key) => values.Where(v => v.Key != key).Select(v => KeyValuePair.Create(v.Key, v.Value.Value)).ToSeq();
}
