using System.Globalization;
using System.Text.Json;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Driver.Output;

/// <summary>Values as text and as JSON.</summary>
internal static class ValueText
{
    /// <summary>A value that is not null, as people and CSV files write it.</summary>
    public static string Of(object value, DataType type) => (value, type) switch
    {
        (bool b, _) => b ? "true" : "false",
        (double d, _) => JavaNumberText.Of(d),
        (float f, _) => JavaNumberText.Of(f),
        (byte[] bytes, _) => Convert.ToHexStringLower(bytes),
        (int days, DateType) => DateTimeText.Date(days),
        (long micros, TimestampType or TimestampNtzType) => DateTimeText.Timestamp(micros),
        (long micros, DayTimeIntervalType interval) => IntervalText.Of(micros, interval),
        (int months, YearMonthIntervalType interval) => IntervalText.Of(months, interval),
        (object?[] items, ArrayType a) => $"[{string.Join(", ", items.Select(i => Nested(i, a.ElementType)))}]",
        (object?[] items, StructType s) => $"{{{string.Join(", ", items.Select((v, i) => Nested(v, s.Fields[i].DataType)))}}}",
        (KeyValuePair<object, object?>[] entries, MapType m) =>
            $"{{{string.Join(", ", entries.Select(e => $"{Nested(e.Key, m.KeyType)} -> {Nested(e.Value, m.ValueType)}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>A value as JSON: see the help of the command sql.</summary>
    public static void WriteJson(Utf8JsonWriter json, object? value, DataType type)
    {
        switch (value, type)
        {
            case (null, _):
                json.WriteNullValue();
                break;
            case (bool b, _):
                json.WriteBooleanValue(b);
                break;
            case (sbyte or short or int or long, IntegralType):
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case (double d, _) when double.IsFinite(d):
                json.WriteRawValue(JavaNumberText.Of(d));
                break;
            case (float f, _) when float.IsFinite(f):
                json.WriteRawValue(JavaNumberText.Of(f));
                break;
            case (long micros, TimestampType or TimestampNtzType):
                json.WriteStringValue(Micros(micros));
                break;
            case (object?[] items, ArrayType a):
                json.WriteStartArray();
                Array.ForEach(items, i => WriteJson(json, i, a.ElementType));
                json.WriteEndArray();
                break;
            case (object?[] items, StructType s):
                json.WriteStartArray();
                for (var i = 0; i < items.Length; i++)
                {
                    WriteJson(json, items[i], s.Fields[i].DataType);
                }

                json.WriteEndArray();
                break;
            case (KeyValuePair<object, object?>[] entries, MapType m):
                json.WriteStartArray();
                foreach (var entry in entries)
                {
                    json.WriteStartArray();
                    WriteJson(json, entry.Key, m.KeyType);
                    WriteJson(json, entry.Value, m.ValueType);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Of(value, type));
                break;
        }
    }

    private static string Micros(long micros)
    {
        var text = DateTimeText.Timestamp(micros);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? text + ".000000" : text.PadRight(point + 7, '0');
    }

    private static string Nested(object? value, DataType type) => value is null ? "null" : Of(value, type);
}
