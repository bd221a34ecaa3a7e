using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Driver.Output;

/// <summary>Prints the rows of a result.</summary>
internal static class ResultWriter
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints rows whose values are in the form that plans have.</summary>
    public static void Write(ResultFormat format, StructType schema, IEnumerable<object?[]> rows, TextWriter to)
    {
        switch (format)
        {
            case ResultFormat.Csv:
                Csv(schema, rows, to);
                break;
            case ResultFormat.Json:
                WriteJson(to, json => Objects(json, schema, rows));
                break;
            case ResultFormat.Jsonl:
                WriteJson(to, json => Line(json, schema, rows));
                break;
            default:
                Table(schema, rows, to);
                break;
        }
    }

    /// <summary>The line of a statement that failed.</summary>
    public static void WriteError(string errorClass, string message, bool refused, TextWriter to) => WriteJson(to, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("class", errorClass);
        json.WriteString("message", message);
        json.WriteEndObject();
        if (refused)
        {
            json.WriteBoolean("refused", true);
        }

        json.WriteEndObject();
    });

    private static void WriteJson(TextWriter to, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            write(json);
        }

        to.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Line(Utf8JsonWriter json, StructType schema, IEnumerable<object?[]> rows)
    {
        json.WriteStartObject();
        json.WriteStartArray("schema");
        foreach (var field in schema.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("type", field.DataType.SimpleString);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartArray();
            for (var i = 0; i < row.Length; i++)
            {
                ValueText.WriteJson(json, row[i], schema.Fields[i].DataType);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Objects(Utf8JsonWriter json, StructType schema, IEnumerable<object?[]> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(schema.Fields[i].Name);
                ValueText.WriteJson(json, row[i], schema.Fields[i].DataType);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Csv(StructType schema, IEnumerable<object?[]> rows, TextWriter to)
    {
        to.Write(string.Join(',', schema.Fields.Select(f => Quote(f.Name))));
        to.Write('\n');
        foreach (var row in rows)
        {
            to.Write(string.Join(',', row.Select((v, i) => v is null ? string.Empty : Quote(ValueText.Of(v, schema.Fields[i].DataType)))));
            to.Write('\n');
        }
    }

    private static string Quote(string text) => text.Length == 0 || text.AsSpan().IndexOfAny(",\"\r\n") >= 0
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;

    private static void Table(StructType schema, IEnumerable<object?[]> rows, TextWriter to)
    {
        var cells = rows.Select(r => r.Select((v, i) => v is null ? "null" : ValueText.Of(v, schema.Fields[i].DataType)).ToArray()).ToList();
        var widths = schema.Fields.Select((f, i) => cells.Select(c => c[i].Length).Append(f.Name.Length).Max()).ToArray();
        to.WriteLine(string.Join("  ", schema.Fields.Select((f, i) => Pad(f.Name, i))).TrimEnd());
        to.WriteLine(string.Join("  ", widths.Select(w => new string('-', w))));
        foreach (var row in cells)
        {
            to.WriteLine(string.Join("  ", row.Select(Pad)).TrimEnd());
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"({cells.Count} row{(cells.Count == 1 ? string.Empty : "s")})"));

        string Pad(string text, int column) =>
            schema.Fields[column].DataType is NumericType ? text.PadLeft(widths[column]) : text.PadRight(widths[column]);
    }
}
