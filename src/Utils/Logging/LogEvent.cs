using System.Collections;

namespace SparkEtl.Utils.Logging;

/// <summary>A message with named values beside it.</summary>
internal sealed class LogEvent(string message, (string Key, object? Value)[] fields) : IEnumerable<KeyValuePair<string, object?>>
{
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        fields.Select(f => KeyValuePair.Create(f.Key, f.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;
}
