namespace SparkEtl.Utils.Configuration.Options;

/// <summary>The section <c>log</c>: what a run says, and how.</summary>
public sealed record LogOptions
{
    /// <summary>The least important messages shown.</summary>
    public LogThreshold Level { get; init; } = LogThreshold.Info;

    /// <summary>Lines for people, or one JSON object a line.</summary>
    public LogFormat Format { get; init; }

    /// <summary>Whether every SQL statement is printed, secrets masked.</summary>
    public bool Sql { get; init; }
}
