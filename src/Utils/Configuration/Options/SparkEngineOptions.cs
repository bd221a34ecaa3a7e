namespace SparkEtl.Utils.Configuration.Options;

/// <summary>Apache Spark.</summary>
public sealed record SparkEngineOptions : EngineOptions
{
    /// <summary>The master: local[*], spark://host:7077, yarn. Default: what spark-submit says, else local[*].</summary>
    public string? Master { get; init; }

    /// <summary>Where the driver runs: client or cluster.</summary>
    public DeployMode DeployMode { get; init; }

    /// <summary>Spark's own settings, such as spark.executor.memory: 4g.</summary>
    public IReadOnlyDictionary<string, string> Conf { get; init; } = new Dictionary<string, string>();
}
