using Microsoft.Extensions.Logging;

namespace SparkEtl.Utils.Logging;

/// <summary>Messages with named values beside them: <c>12:03:04 info  read table=CLAIM rows=300</c>.</summary>
public static class LogEvents
{
    /// <summary>Says what a run does.</summary>
    /// <param name="logger">Where to.</param>
    /// <param name="message">What happened, in words.</param>
    /// <param name="fields">The values that belong to it, shown as <c>key=value</c> and as JSON fields.</param>
    public static void Info(this ILogger logger, string message, params (string Key, object? Value)[] fields) =>
        Write(logger, LogLevel.Information, message, null, fields);

    /// <summary>Says what only someone searching for a fault wants to know.</summary>
    /// <inheritdoc cref="Info"/>
    public static void Debug(this ILogger logger, string message, params (string Key, object? Value)[] fields) =>
        Write(logger, LogLevel.Debug, message, null, fields);

    /// <summary>Says what someone should look at.</summary>
    /// <inheritdoc cref="Info"/>
    public static void Warn(this ILogger logger, string message, params (string Key, object? Value)[] fields) =>
        Write(logger, LogLevel.Warning, message, null, fields);

    /// <summary>Says what failed.</summary>
    /// <param name="logger">Where to.</param>
    /// <param name="message">What was being done.</param>
    /// <param name="exception">Why it failed; its message is shown, its stack trace only at level debug.</param>
    /// <param name="fields">The values that belong to it, shown as <c>key=value</c> and as JSON fields.</param>
    public static void Fail(this ILogger logger, string message, Exception? exception = null, params (string Key, object? Value)[] fields) =>
        Write(logger, LogLevel.Error, message, exception, fields);

    private static void Write(ILogger logger, LogLevel level, string message, Exception? exception, (string, object?)[] fields)
    {
        ArgumentNullException.ThrowIfNull(logger);
        logger.Log(level, default, new LogEvent(message, fields), exception, static (state, _) => state.ToString());
    }
}
