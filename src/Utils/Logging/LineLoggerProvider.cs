using Microsoft.Extensions.Logging;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Logging;

/// <summary>Writes messages as lines to one writer, whole lines only and secrets masked.</summary>
internal sealed class LineLoggerProvider(ILineFormat format, TextWriter writer, SecretMasker masker, TimeProvider time, bool withStacks)
    : ILoggerProvider, ISupportExternalScope
{
    private readonly Lock _writing = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName, this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // The writer belongs to the caller.
    }

    private void Write(string category, LogLevel level, string message, IReadOnlyList<KeyValuePair<string, object?>> fields,
        IReadOnlyList<KeyValuePair<string, object?>> arguments, Exception? exception)
    {
        var scoped = new List<KeyValuePair<string, object?>>();
        _scopes.ForEachScope(
            static (scope, into) =>
            {
                if (scope is IEnumerable<KeyValuePair<string, object?>> values)
                    into.AddRange(values.Where(v => v.Key != LineLogger.Template));
            },
            scoped);
        var line = new LogLine(time.GetLocalNow(), level, category, masker.Mask(message))
        {
            Fields = [.. scoped.Concat(fields).Select(Masked)],
            Arguments = [.. arguments.Select(Masked)],
            Error = exception is null ? null : (exception.GetType().Name, masker.Mask(exception.Message)),
            Stack = exception is null || !withStacks ? null : masker.Mask(exception.ToString()),
        };
        string text = format.Format(line);
        lock (_writing)
        {
            writer.Write(text + "\n");
            writer.Flush();
        }
    }

    private KeyValuePair<string, object?> Masked(KeyValuePair<string, object?> field)
    {
        string text = FieldText.Of(field.Value);
        string masked = masker.Mask(text);
        return ReferenceEquals(masked, text) ? field : KeyValuePair.Create(field.Key, (object?)masked);
    }

    private sealed class LineLogger(string category, LineLoggerProvider provider) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            KeyValuePair<string, object?>[] values = state is IEnumerable<KeyValuePair<string, object?>> given
                ? [.. given.Where(v => v.Key != Template)] : [];
            bool isEvent = state is LogEvent;
            provider.Write(category, logLevel, formatter(state, exception), isEvent ? values : [], isEvent ? [] : values, exception);
        }

        // The name under which the framework hands over the unformatted message.
        public const string Template = "{OriginalFormat}";
    }
}
