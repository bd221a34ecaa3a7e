using System.Globalization;

namespace SparkEtl.Spark.Engines.Jvm.Statements;

/// <summary>The names of the engine's own temporary views, each given once.</summary>
internal sealed class ViewNames
{
    /// <summary>What the names start with.</summary>
    public const string Prefix = "sparketl_";

    private long numbers;

    /// <summary>A new name.</summary>
    public string New() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Interlocked.Increment(ref numbers)}");
}
