using System.Globalization;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark;

/// <summary>Settings for a session: keys and values as Spark names them. Setters change this object and return it.</summary>
public sealed class SparkConf
{
    /// <summary>Creates settings, empty.</summary>
    /// <param name="loadDefaults">Without meaning here: the defaults are those of the engine.</param>
    public SparkConf(bool loadDefaults = true) => LoadDefaults = loadDefaults;

    internal SparkSettings Settings { get; } = new();

    internal bool LoadDefaults { get; }

    /// <summary>Which cluster Spark uses: <c>local[*]</c>, <c>yarn</c>, <c>spark://host:7077</c>.</summary>
    /// <param name="master">The master's URL.</param>
    public SparkConf SetMaster(string master) => Set("spark.master", master);

    /// <summary>The name of the application, shown in Spark's pages and in logs.</summary>
    /// <param name="appName">A name.</param>
    public SparkConf SetAppName(string appName) => Set("spark.app.name", appName);

    /// <summary>Where Spark is installed on the workers.</summary>
    /// <param name="sparkHome">A directory.</param>
    public SparkConf SetSparkHome(string sparkHome) => Set("spark.home", sparkHome);

    /// <summary>Sets a value.</summary>
    /// <param name="key">A key such as <c>spark.sql.shuffle.partitions</c>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="RefusedException">The meaning of queries depends on it and the value is another than the fixed one.</exception>
    public SparkConf Set(string key, string value)
    {
        Settings.Set(key, value);
        return this;
    }

    /// <summary>The value of a key as a whole number, or the default when it was not set.</summary>
    /// <param name="key">A key.</param>
    /// <param name="defaultValue">The default.</param>
    /// <exception cref="AnalysisException">The value is not a whole number.</exception>
    public int GetInt(string key, int defaultValue) => Settings.TryGet(key) is not { } text ? defaultValue
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw new AnalysisException("INVALID_CONF_VALUE.TYPE_MISMATCH", $"The setting '{key}' is '{text}', expected a whole number.");

    /// <summary>The value of a key, or the default when it was not set.</summary>
    /// <param name="key">A key.</param>
    /// <param name="defaultValue">The default.</param>
    public string Get(string key, string defaultValue) => Settings.TryGet(key) ?? defaultValue;

    /// <summary>The keys that were set, with their values, by key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> GetAll() => [.. Settings.Given];
}
