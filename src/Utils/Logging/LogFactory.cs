using Microsoft.Extensions.Logging;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Logging;

/// <summary>Makes the loggers of a run.</summary>
public static class LogFactory
{
    /// <summary>Creates the factory; it writes whole lines, at once, with every secret masked.</summary>
    /// <param name="options">The lowest level and the format.</param>
    /// <param name="writer">Where the lines go: the standard error of the program. The caller keeps and closes it.</param>
    /// <param name="masker">The secrets that must not be shown.</param>
    /// <param name="time">The clock.</param>
    public static ILoggerFactory Create(LogOptions options, TextWriter writer, SecretMasker masker, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ILineFormat format = options.Format == LogFormat.Json ? new JsonLineFormat() : new TextLineFormat();
        var provider = new LineLoggerProvider(format, writer, masker, time, withStacks: options.Level == LogThreshold.Debug);
        return new LoggerFactory([provider], new LoggerFilterOptions { MinLevel = LevelName.Lowest(options.Level) });
    }
}
