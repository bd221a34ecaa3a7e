using System.Globalization;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>Values of plans as Java prints those that Spark collects.</summary>
internal static class JavaText
{
    public static string Of(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "null",
        (string s, _) => $"\"{s.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal)}\"",
        (bool b, _) => b ? "true" : "false",
        (double d, _) => JavaNumberText.Of(d),
        (float f, _) => JavaNumberText.Of(f),
        (int days, DateType) => DateTimeText.Date(days),
        (long micros, TimestampType) => WithFraction(DateTimeText.Timestamp(micros).TrimStart('+')),
        (long micros, TimestampNtzType) => WithoutSeconds(DateTimeText.Timestamp(micros).Replace(' ', 'T')),
        (long micros, DayTimeIntervalType) => Duration(micros),
        (int months, YearMonthIntervalType) => $"P{months / 12}Y{months % 12}M",
        (object?[] fields, StructType s) => $"{{{string.Join(',', fields.Select((f, i) => Of(f, s.Fields[i].DataType)))}}}",
        (object?[] items, ArrayType a) => $"[{string.Join(',', items.Select(i => Of(i, a.ElementType)))}]",
        (KeyValuePair<object, object?>[] entries, MapType m) => $"Map({string.Join(", ", entries.Select(e => $"{Of(e.Key, m.KeyType)} -> {Of(e.Value, m.ValueType)}"))})",
        (byte[] bytes, _) => $"[{string.Join(", ", bytes.Select(b => ((sbyte)b).ToString(CultureInfo.InvariantCulture)))}]",
        (IFormattable f, _) => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string WithFraction(string text) => text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";

    private static string WithoutSeconds(string text) => text.EndsWith(":00", StringComparison.Ordinal) ? text[..^3] : text;

    private static string Duration(long micros)
    {
        var time = TimeSpan.FromMicroseconds(micros);
        var hours = (time.Days * 24) + time.Hours;
        return $"PT{(hours == 0 ? "" : $"{hours}H")}{(time.Minutes == 0 ? "" : $"{time.Minutes}M")}{(time.Seconds == 0 && hours + time.Minutes > 0 ? "" : $"{time.Seconds}S")}";
    }
}
