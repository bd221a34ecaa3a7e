using Microsoft.Extensions.Logging;

namespace SparkEtl.Utils.Logging;

/// <summary>One message with what belongs to it, secrets already masked.</summary>
internal sealed record LogLine(DateTimeOffset Time, LogLevel Level, string Category, string Message)
{
    /// <summary>Named values that are not part of the message's text.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Fields { get; init; } = [];

    /// <summary>Named values that the message's text already shows.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Arguments { get; init; } = [];

    /// <summary>The error's type and message.</summary>
    public (string Type, string Message)? Error { get; init; }

    /// <summary>The error's stack trace, where it was asked for.</summary>
    public string? Stack { get; init; }
}
