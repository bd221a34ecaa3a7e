namespace SparkEtl.Utils.Configuration.Options;

/// <summary>The least important messages that are shown.</summary>
public enum LogThreshold
{
    /// <summary>Everything, stack traces of errors included.</summary>
    Debug,

    /// <summary>What a run does, step by step.</summary>
    Info,

    /// <summary>What should be looked at, and errors.</summary>
    Warning,

    /// <summary>Errors only.</summary>
    Error,
}
