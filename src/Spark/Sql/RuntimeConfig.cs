using System.Globalization;

namespace SparkEtl.Spark.Sql;

/// <summary>The settings of a session. Those that the meaning of queries depends on are fixed; see <see cref="IsModifiable(string)"/>.</summary>
public sealed class RuntimeConfig
{
    private readonly SparkSettings settings;

    internal RuntimeConfig(SparkSettings settings) => this.settings = settings;

    /// <summary>Sets a value.</summary>
    /// <param name="key">A key such as <c>spark.sql.shuffle.partitions</c>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="RefusedException">The meaning of queries depends on it and the value is another than the fixed one.</exception>
    public void Set(string key, string value) => settings.Set(key, value);

    /// <inheritdoc cref="Set(string, string)"/>
    public void Set(string key, bool value) => settings.Set(key, value ? "true" : "false");

    /// <inheritdoc cref="Set(string, string)"/>
    public void Set(string key, long value) => settings.Set(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The value of a key.</summary>
    /// <param name="key">A key.</param>
    /// <exception cref="AnalysisException">The key was not set and is not fixed.</exception>
    public string Get(string key) => settings.TryGet(key)
        ?? throw new AnalysisException("SQL_CONF_NOT_FOUND", $"The setting '{key}' was not set; set it, or give a default to Get.");

    /// <summary>The value of a key, or the default when it was not set.</summary>
    /// <param name="key">A key.</param>
    /// <param name="defaultValue">The default.</param>
    public string Get(string key, string defaultValue) => settings.TryGet(key) ?? defaultValue;

    /// <summary>Takes a value away; the setting has its default again.</summary>
    /// <param name="key">A key.</param>
    public void Unset(string key) => settings.Unset(key);

    /// <summary>Whether <see cref="Set(string, string)"/> can change the key in a running session.</summary>
    /// <param name="key">A key.</param>
    public bool IsModifiable(string key) => SparkSettings.IsModifiable(key);
}
