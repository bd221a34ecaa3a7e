using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>Values as the file of answers writes them.</summary>
internal static class AnswerText
{
    // The years 1 to 9999.
    private const long LeastMicros = -62_135_596_800_000_000;
    private const long MostMicros = 253_402_300_799_999_999;

    public static string Row(IReadOnlyList<object?> values, StructType schema) =>
        $"({string.Join(",", values.Select((v, i) => Value(v, schema.Fields[i].DataType)))})";

    private static string Value(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "null",
        (object?[] items, ArrayType a) => $"[{string.Join(",", items.Select(i => Value(i, a.ElementType)))}]",
        (object?[] items, StructType s) => Row(items, s),
        (KeyValuePair<object, object?>[] entries, MapType m) =>
            $"{{{string.Join(",", entries.Select(e => $"{Value(e.Key, m.KeyType)}:{Value(e.Value, m.ValueType)}"))}}}",
        _ => Quote(Scalar(value, type)),
    };

    private static string Scalar(object value, DataType type) => (value, type) switch
    {
        (bool b, _) => b ? "true" : "false",
        (double d, _) => JavaNumberText.Of(d),
        (float f, _) => JavaNumberText.Of(f),
        (byte[] bytes, _) => Convert.ToHexStringLower(bytes),
        (int days, DateType) => DateTimeText.Date(days),
        (long micros and (> MostMicros or < LeastMicros), TimestampType or TimestampNtzType) => $"{micros} microseconds",
        (long micros, TimestampType or TimestampNtzType) =>
            DateTime.UnixEpoch.AddTicks(micros * 10).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        (long micros, DayTimeIntervalType) => Duration(micros),
        (int months, YearMonthIntervalType) => Period(months),
        (DecimalValue d, _) => d.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // java.time.Duration.toString
    private static string Duration(long micros)
    {
        if (micros == 0)
        {
            return "PT0S";
        }

        var seconds = micros / 1_000_000;
        var fraction = micros % 1_000_000;
        var text = new StringBuilder("PT");
        if (seconds / 3600 != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{seconds / 3600}H");
        }

        if (seconds / 60 % 60 != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{seconds / 60 % 60}M");
        }

        if (seconds % 60 != 0 || fraction != 0)
        {
            var sign = micros < 0 && seconds % 60 == 0 ? "-" : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"{sign}{seconds % 60}");
            if (fraction != 0)
            {
                text.Append('.').Append(Math.Abs(fraction).ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0'));
            }

            text.Append('S');
        }

        return text.ToString();
    }

    // java.time.Period.toString
    private static string Period(int months) => months == 0 ? "P0D" : string.Create(
        CultureInfo.InvariantCulture,
        $"P{(months / 12 != 0 ? months / 12 + "Y" : string.Empty)}{(months % 12 != 0 ? months % 12 + "M" : string.Empty)}");

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
