using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.Spark.Engines.Jvm;

/// <summary>Settings of the engine on Apache Spark.</summary>
internal sealed record JvmEngineOptions
{
    /// <summary>How the driver's JVM is started.</summary>
    public DriverOptions Driver { get; init; } = new();

    /// <summary>Spark's settings: those of the user, and the fixed ones.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>Told each statement before it runs; null for none.</summary>
    public Action<string>? OnStatement { get; init; }

    /// <summary>Told how much of a running action is done, 0 to 1; null for none.</summary>
    public Action<double>? OnProgress { get; init; }
}
