using System.Text;
using System.Text.Json;
using SparkEtl.Spark.Catalogue.Kernels.Casts;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>The texts of some fields of a JSON object.</summary>
internal static class JsonTuple
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// One row, as an array of one struct: a text for each name, null where the object lacks it or holds null. All are null when the text is null or
    /// no JSON object. What follows the object is not read.
    /// </summary>
    /// <param name="arguments">The text, then the names.</param>
    public static object?[] Of(object?[] arguments)
    {
        var names = arguments[1..];
        try
        {
            return [arguments[0] is string json ? Read(Encoding.UTF8.GetBytes(json), names) : new object?[names.Length]];
        }
        catch (JsonException)
        {
            return [new object?[names.Length]];
        }
    }

    private static object?[] Read(byte[] json, object?[] names)
    {
        var row = new object?[names.Length];
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return row;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            using var value = JsonDocument.ParseValue(ref reader);
            for (var i = 0; i < names.Length; i++)
            {
                if (value.RootElement.ValueKind != JsonValueKind.Null && name == names[i] as string)
                {
                    row[i] = Text(value.RootElement);
                }
            }
        }

        return row;
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : Compact(value);

    // Written anew, so without blanks, and numbers with a fraction as Java writes them.
    private static string Compact(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(p => $"{JsonSerializer.Serialize(p.Name, Plain)}:{Compact(p.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Compact))}]",
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString(), Plain),
        JsonValueKind.Number when value.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0 => JavaNumberText.Of(value.GetDouble()),
        _ => value.GetRawText(),
    };
}
