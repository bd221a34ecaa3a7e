using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Values;

/// <summary>Values of rows as text, in the way that Spark casts them to a string.</summary>
internal static class ValueText
{
    public static string OfRow(object?[] values) => $"[{string.Join(',', values.Select(v => Of(v)))}]";

    /// <summary>The text of a value.</summary>
    /// <param name="value">A value as <see cref="Row"/> lists them.</param>
    /// <param name="nothing">What stands for null.</param>
    public static string Of(object? value, string nothing = "null") => value switch
    {
        null => nothing,
        bool b => b ? "true" : "false",
        string s => s,
        double d => JavaNumberText.Of(d),
        float f => JavaNumberText.Of(f),
        SqlDecimal m => LiteralConverter.ToDecimalValue(m).ToString(),
        Timestamp t => DateTimeText.Timestamp(t.MicrosecondsSinceEpoch),
        DateTime t => DateTimeText.Timestamp(new Timestamp(t).MicrosecondsSinceEpoch),
        TimeSpan t => IntervalText.Of(t.Ticks / TimeSpan.TicksPerMicrosecond, SqlTypes.DayTimeInterval),
        byte[] bytes => $"[{string.Join(' ', bytes.Select(b => b.ToString("X2", CultureInfo.InvariantCulture)))}]",
        Row row => $"{{{string.Join(", ", row.Values.Select(v => Of(v, nothing)))}}}",
        GenericRow row => $"{{{string.Join(", ", row.Values.Select(v => Of(v, nothing)))}}}",
        IDictionary map => $"{{{string.Join(", ", Entries(map).Select(e => $"{Of(e.Key, nothing)} -> {Of(e.Value, nothing)}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(v => Of(v, nothing)))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>The text of a value whose type is known; it says how an interval is written.</summary>
    public static string Of(object? value, DataType type, string nothing) => (value, type) switch
    {
        (int months, YearMonthIntervalType t) => IntervalText.Of(months, t),
        (TimeSpan span, DayTimeIntervalType t) => IntervalText.Of(span.Ticks / TimeSpan.TicksPerMicrosecond, t),
        _ => Of(value, nothing),
    };

    private static IEnumerable<DictionaryEntry> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return entry;
        }
    }
}
