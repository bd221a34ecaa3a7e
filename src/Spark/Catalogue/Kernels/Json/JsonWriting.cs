using System.Globalization;
using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary><c>to_json</c> for one type.</summary>
internal sealed class JsonWriting
{
    /// <summary>The options.</summary>
    public static readonly string[] Options = ["ignoreNullFields", "pretty", "writeNonAsciiCharacterAsCodePoint", .. TimeFormats.Options];

    private readonly TimeFormats times;
    private readonly bool skipsNulls;
    private readonly bool pretty;
    private readonly bool onlyAscii;
    private readonly Action<StringBuilder, object> root;

    public JsonWriting(DataType type, IEnumerable<KeyValuePair<object, object?>> options)
    {
        var known = new TextOptions("to_json", options, Options);
        times = new TimeFormats(known);
        skipsNulls = known.Flag("ignoreNullFields", true);
        pretty = known.Flag("pretty", false);
        onlyAscii = known.Flag("writeNonAsciiCharacterAsCodePoint", false);
        root = Writer(type);
    }

    public string Write(object value)
    {
        var text = new StringBuilder();
        root(text, value);
        var json = pretty ? JsonPretty.Of(text.ToString()) : text.ToString();
        return onlyAscii ? JsonText.Ascii(json) : json;
    }

    private Action<StringBuilder, object> Writer(DataType type) => type switch
    {
        BooleanType => (text, v) => text.Append((bool)v ? "true" : "false"),
        IntegralType => (text, v) => text.Append(Convert.ToInt64(v, CultureInfo.InvariantCulture)),
        FloatType => (text, v) => text.Append(float.IsFinite((float)v) ? JavaNumberText.Of((float)v) : $"\"{JavaNumberText.Of((float)v)}\""),
        DoubleType => (text, v) => JsonText.AppendDouble(text, (double)v),
        DecimalType => (text, v) => text.Append(JavaDecimalText.Of((DecimalValue)v)),
        StringType => (text, v) => JsonText.AppendString(text, (string)v),
        BinaryType => (text, v) => JsonText.AppendString(text, Convert.ToBase64String((byte[])v)),
        DateType => (text, v) => JsonText.AppendString(text, times.Date((int)v)),
        TimestampType => (text, v) => JsonText.AppendString(text, times.Timestamp((long)v)),
        TimestampNtzType => (text, v) => JsonText.AppendString(text, times.Local((long)v)),
        DayTimeIntervalType t => (text, v) => JsonText.AppendString(text, IntervalText.Of((long)v, t)),
        YearMonthIntervalType t => (text, v) => JsonText.AppendString(text, IntervalText.Of((int)v, t)),
        NullType => (text, _) => text.Append("null"),
        ArrayType a => ArrayWriter(Writer(a.ElementType)),
        MapType m => MapWriter(Key(m.KeyType), Writer(m.ValueType)),
        StructType s => StructWriter([.. s.Fields.Select(f => f.Name)], [.. s.Fields.Select(f => Writer(f.DataType))]),
        _ => throw new RefusedException($"to_json of {type.SimpleString}", "cast it to string first."),
    };

    // The key's text is that of the value as Spark keeps it: days of a date, microseconds of a timestamp.
    private static Func<object, string> Key(DataType type) => type switch
    {
        NullType => _ => "null",
        StringType => v => (string)v,
        BooleanType => v => (bool)v ? "true" : "false",
        IntegralType or DateType or TimestampType or TimestampNtzType or YearMonthIntervalType or DayTimeIntervalType =>
            v => Convert.ToInt64(v, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        FloatType => v => JavaNumberText.Of((float)v),
        DoubleType => v => JavaNumberText.Of((double)v),
        DecimalType => v => ((DecimalValue)v).ToString(),
        _ => throw new RefusedException($"to_json of a map whose keys are {type.SimpleString}", "make the keys strings first."),
    };

    private static Action<StringBuilder, object> ArrayWriter(Action<StringBuilder, object> element) => (text, value) =>
    {
        var items = (object?[])value;
        text.Append('[');
        for (var i = 0; i < items.Length; i++)
        {
            text.Append(i > 0 ? "," : string.Empty);
            Append(text, items[i], element);
        }

        text.Append(']');
    };

    private static Action<StringBuilder, object> MapWriter(Func<object, string> key, Action<StringBuilder, object> valueWriter) => (text, value) =>
    {
        var entries = (KeyValuePair<object, object?>[])value;
        text.Append('{');
        for (var i = 0; i < entries.Length; i++)
        {
            text.Append(i > 0 ? "," : string.Empty);
            JsonText.AppendString(text, key(entries[i].Key));
            text.Append(':');
            Append(text, entries[i].Value, valueWriter);
        }

        text.Append('}');
    };

    private Action<StringBuilder, object> StructWriter(string[] names, Action<StringBuilder, object>[] fields) => (text, value) =>
    {
        var values = (object?[])value;
        var first = true;
        text.Append('{');
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null && skipsNulls)
            {
                continue;
            }

            text.Append(first ? string.Empty : ",");
            first = false;
            JsonText.AppendString(text, names[i]);
            text.Append(':');
            Append(text, values[i], fields[i]);
        }

        text.Append('}');
    };

    private static void Append(StringBuilder text, object? value, Action<StringBuilder, object> writer)
    {
        if (value is null)
        {
            text.Append("null");
        }
        else
        {
            writer(text, value);
        }
    }
}
