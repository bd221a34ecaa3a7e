using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SparkEtl.Spark.Sql;

/// <summary>Settings by key. Those that the meaning of queries depends on have one value; a contrary one is refused.</summary>
internal sealed class SparkSettings
{
    private static readonly FrozenDictionary<string, string> Pinned = new Dictionary<string, string>
    {
        ["spark.sql.ansi.enabled"] = "true",
        ["spark.sql.session.timeZone"] = "UTC",
        ["spark.sql.caseSensitive"] = "false",
        ["spark.sql.parser.escapedStringLiterals"] = "false",
        ["spark.sql.decimalOperations.allowPrecisionLoss"] = "true",
        ["spark.sql.legacy.timeParserPolicy"] = "EXCEPTION",
        ["spark.sql.storeAssignmentPolicy"] = "ANSI",
        ["spark.sql.mapKeyDedupPolicy"] = "EXCEPTION",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>Told each key that changes while a session runs, and its value; null for none.</summary>
    public Action<string, string>? OnChange { get; set; }

    /// <summary>All keys with their values, the fixed ones too, by key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All =>
        [.. Pinned.Concat(values.Where(v => !Pinned.ContainsKey(v.Key))).OrderBy(v => v.Key, StringComparer.Ordinal)];

    /// <summary>The keys that were set.</summary>
    public IEnumerable<KeyValuePair<string, string>> Given => values.OrderBy(v => v.Key, StringComparer.Ordinal);

    public static bool IsModifiable(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith("spark.sql.", StringComparison.Ordinal)
            && !key.StartsWith("spark.sql.warehouse.", StringComparison.Ordinal)
            && !Pinned.ContainsKey(key);
    }

    /// <summary>Whether the meaning of queries depends on it, so that it has one value.</summary>
    public static bool IsPinned(string key) => Pinned.ContainsKey(key);

    public void Set(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        if (Pinned.TryGetValue(key, out var fixedValue) && !IsSame(key, fixedValue, value))
        {
            throw new RefusedException(
                $"The setting {key}={value}",
                $"the meaning of queries depends on it, so that it is always {fixedValue}. Take the setting out.");
        }

        values[key] = value;
        OnChange?.Invoke(key, value);
    }

    public string? TryGet(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Pinned.GetValueOrDefault(key) ?? values.GetValueOrDefault(key);
    }

    public void Unset(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        values.TryRemove(key, out _);
    }

    private static bool IsSame(string key, string fixedValue, string value) =>
        fixedValue.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)
        || (key == "spark.sql.session.timeZone" && value.Trim() is "Z" or "Etc/UTC" or "GMT" or "+00:00" or "Etc/GMT");
}
