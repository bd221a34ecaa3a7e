namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>How the driver's JVM is started.</summary>
internal sealed record DriverOptions
{
    /// <summary>The folder of a Spark distribution; null to search.</summary>
    public string? SparkHome { get; init; }

    /// <summary>The heap, as Java writes it: 4g, 512m.</summary>
    public string Memory { get; init; } = "1g";

    /// <summary>More options for the JVM.</summary>
    public IReadOnlyList<string> JavaOptions { get; init; } = [];

    /// <summary>More jars for the class path: databases' drivers.</summary>
    public IReadOnlyList<string> Jars { get; init; } = [];

    /// <summary>Told each line that the JVM logs; null for nobody.</summary>
    public Action<string>? OnLog { get; init; }
}
