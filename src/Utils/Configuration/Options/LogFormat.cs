namespace SparkEtl.Utils.Configuration.Options;

/// <summary>How log lines are written.</summary>
public enum LogFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}
