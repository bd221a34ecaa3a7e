using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SparkEtl.Utils.Logging;

/// <summary>One JSON object a line: time (UTC), level, message, logger, error, and the named values under <c>fields</c>.</summary>
internal sealed class JsonLineFormat : ILineFormat
{
    // Not for HTML: quotes and letters of all languages stay readable.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Format(LogLine line)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("time", line.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", LevelName.Of(line.Level));
            json.WriteString("message", line.Message);
            json.WriteString("logger", line.Category);
            if (line.Error is { } error) WriteError(json, error, line.Stack);
            // The innermost value of a name wins, so that an object never holds a key twice.
            var fields = new Dictionary<string, object?>();
            foreach (var (key, value) in line.Fields.Concat(line.Arguments)) fields[key] = value;
            if (fields.Count > 0) WriteFields(json, fields);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteError(Utf8JsonWriter json, (string Type, string Message) error, string? stack)
    {
        json.WriteStartObject("error");
        json.WriteString("type", error.Type);
        json.WriteString("message", error.Message);
        if (stack is not null) json.WriteString("stack", stack);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, Dictionary<string, object?> fields)
    {
        json.WriteStartObject("fields");
        foreach (var (key, value) in fields)
        {
            json.WritePropertyName(key);
            switch (value)
            {
                case null: json.WriteNullValue(); break;
                case bool truth: json.WriteBooleanValue(truth); break;
                case int or long or short or byte: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
                case decimal number: json.WriteNumberValue(number); break;
                case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
                case TimeSpan span: json.WriteNumberValue(span.TotalSeconds); break;
                default: json.WriteStringValue(FieldText.Of(value)); break;
            }
        }
        json.WriteEndObject();
    }
}
