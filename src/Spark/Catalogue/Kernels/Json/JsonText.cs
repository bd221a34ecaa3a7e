using System.Globalization;
using System.Numerics;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>JSON without blanks, as Spark's writer has it: letters of the world as they are, numbers with a point as Java prints doubles.</summary>
internal static class JsonText
{
    /// <summary>A value as it is taken out of a JSON text: a string as itself, anything else as JSON.</summary>
    public static string Of(JsonNode node) => node is JsonNode.Text text ? text.Value : Write(node);

    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    public static void Append(StringBuilder text, JsonNode node)
    {
        switch (node)
        {
            case JsonNode.Text t:
                AppendString(text, t.Value);
                break;
            case JsonNode.Number n:
                AppendNumber(text, n);
                break;
            case JsonNode.Array a:
                AppendArray(text, a);
                break;
            case JsonNode.Object o:
                AppendObject(text, o);
                break;
            case JsonNode.Flag flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    public static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }

    /// <summary>The same JSON in ASCII: other characters are escaped.</summary>
    public static string Ascii(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var c in json)
        {
            _ = char.IsAscii(c) ? text.Append(c) : text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return text.ToString();
    }

    /// <summary>NaN and the infinities are no JSON: they stand in quotes.</summary>
    public static void AppendDouble(StringBuilder text, double value) =>
        text.Append(double.IsFinite(value) ? JavaNumberText.Of(value) : $"\"{JavaNumberText.Of(value)}\"");

    private static void AppendNumber(StringBuilder text, JsonNode.Number number)
    {
        if (number.IsWhole)
        {
            text.Append(BigInteger.Parse(number.Digits, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            AppendDouble(text, JsonNumbers.ToDouble(number));
        }
    }

    private static void AppendArray(StringBuilder text, JsonNode.Array array)
    {
        text.Append('[');
        for (var i = 0; i < array.Items.Count; i++)
        {
            text.Append(i > 0 ? "," : string.Empty);
            Append(text, array.Items[i]);
        }

        text.Append(']');
    }

    private static void AppendObject(StringBuilder text, JsonNode.Object node)
    {
        text.Append('{');
        for (var i = 0; i < node.Fields.Count; i++)
        {
            text.Append(i > 0 ? "," : string.Empty);
            AppendString(text, node.Fields[i].Key);
            text.Append(':');
            Append(text, node.Fields[i].Value);
        }

        text.Append('}');
    }
}
