using System.Numerics;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>A JSON value as a value of a type. What does not fit is null, and is told.</summary>
internal sealed class JsonConversion(TimeFormats times)
{
    private delegate Fit Converter(JsonNode node, out object? value);

    /// <summary>How a value fits its type.</summary>
    internal enum Fit
    {
        Whole,

        /// <summary>Some value inside does not, and is null.</summary>
        Partly,

        /// <summary>Not at all.</summary>
        Not,
    }

    /// <summary>The conversion to a type.</summary>
    public Func<JsonNode, (Fit Fit, object? Value)> To(DataType type)
    {
        var converter = For(type);
        return node => (converter(node, out var value), value);
    }

    private Converter For(DataType type)
    {
        var converter = NotNull(type);
        return (JsonNode node, out object? value) =>
        {
            value = null;
            return node is JsonNode.Null ? Fit.Whole : converter(node, out value);
        };
    }

    private Converter NotNull(DataType type) => type switch
    {
        BooleanType => Simple(n => n is JsonNode.Flag f ? f.Value : null),

        // Jackson takes a byte's bits with and without a sign.
        ByteType => Simple(n => n is JsonNode.Number m && JsonNumbers.ToWhole(m, sbyte.MinValue, byte.MaxValue) is { } v ? unchecked((sbyte)v) : null),
        ShortType => Simple(n => n is JsonNode.Number m && JsonNumbers.ToWhole(m, short.MinValue, short.MaxValue) is { } v ? (short)v : null),
        IntegerType => Simple(n => n is JsonNode.Number m && JsonNumbers.ToWhole(m, int.MinValue, int.MaxValue) is { } v ? (int)v : null),
        LongType => Simple(n => n is JsonNode.Number m ? JsonNumbers.ToWhole(m, long.MinValue, long.MaxValue) : null),
        FloatType => Simple(n => n is JsonNode.Number m ? JsonNumbers.ToFloat(m) : (float?)Special(n)),
        DoubleType => Simple(n => n is JsonNode.Number m ? JsonNumbers.ToDouble(m) : Special(n)),
        DecimalType d => Simple(n => Decimal(n, d)),
        NullType => Simple(_ => null),
        StringType => Simple(JsonText.Of),
        BinaryType => Simple(n => n is JsonNode.Text t && Convert.TryFromBase64String(t.Value, new byte[t.Value.Length], out _) ? Convert.FromBase64String(t.Value) : null),
        DateType => Simple(n => n is JsonNode.Text { Value.Length: > 0 } t ? times.ReadDate(t.Value) : null),
        TimestampType => Simple(Timestamp),
        TimestampNtzType => Simple(n => n is JsonNode.Text { Value.Length: > 0 } t ? times.ReadLocal(t.Value) : null),
        DayTimeIntervalType i => Simple(n => n is JsonNode.Text t ? TextToInterval.DayTime(t.Value, i) : null),
        YearMonthIntervalType i => Simple(n => n is JsonNode.Text t ? TextToInterval.YearMonth(t.Value, i) : null),
        ArrayType a => Items(For(a.ElementType)),
        MapType m => Entries(For(m.ValueType)),
        StructType s => Fields(s),
        _ => throw new RefusedException($"from_json to {type.SimpleString}", "leave the field out, or read it as string."),
    };

    private static Converter Simple(Func<JsonNode, object?> convert) => (JsonNode node, out object? value) =>
    {
        value = convert(node);
        return value is null ? Fit.Not : Fit.Whole;
    };

    private static Converter Items(Converter element) => (JsonNode node, out object? value) =>
    {
        value = null;
        if (node is not JsonNode.Array array)
        {
            return Fit.Not;
        }

        var items = new object?[array.Items.Count];
        var all = Fit.Whole;
        for (var i = 0; i < items.Length; i++)
        {
            var fit = element(array.Items[i], out items[i]);
            if (fit == Fit.Not)
            {
                return Fit.Not;
            }

            all = fit == Fit.Partly ? fit : all;
        }

        value = items;
        return all;
    };

    private static Converter Entries(Converter element) => (JsonNode node, out object? value) =>
    {
        value = null;
        if (node is not JsonNode.Object map)
        {
            return Fit.Not;
        }

        var entries = new Dictionary<string, object?>(map.Fields.Count);
        var all = Fit.Whole;
        foreach (var (name, inner) in map.Fields)
        {
            var fit = element(inner, out var item);
            if (fit == Fit.Not)
            {
                return Fit.Not;
            }

            all = fit == Fit.Partly ? fit : all;
            entries[name] = item;
        }

        value = entries.Select(e => KeyValuePair.Create<object, object?>(e.Key, e.Value)).ToArray();
        return all;
    };

    private Converter Fields(StructType type)
    {
        var converters = type.Fields.Select(f => For(f.DataType)).ToArray();
        var positions = new Dictionary<string, int>();
        for (var i = 0; i < type.Fields.Count; i++)
        {
            positions.TryAdd(type.Fields[i].Name, i);
        }

        return (JsonNode node, out object? value) =>
        {
            value = null;
            if (node is not JsonNode.Object fields)
            {
                return Fit.Not;
            }

            var row = new object?[converters.Length];
            var all = Fit.Whole;
            foreach (var (name, inner) in fields.Fields)
            {
                if (positions.TryGetValue(name, out var position) && converters[position](inner, out row[position]) != Fit.Whole)
                {
                    all = Fit.Partly;
                }
            }

            value = row;
            return all;
        };
    }

    private static double? Special(JsonNode node) => (node as JsonNode.Text)?.Value switch
    {
        "NaN" => double.NaN,
        "+INF" or "+Infinity" or "INF" or "Infinity" => double.PositiveInfinity,
        "-INF" or "-Infinity" => double.NegativeInfinity,
        _ => null,
    };

    // Texts with commas between thousands are numbers here.
    private static object? Decimal(JsonNode node, DecimalType type)
    {
        var digits = node switch
        {
            JsonNode.Number n => n.Digits,
            JsonNode.Text t => t.Value.Replace(",", string.Empty, StringComparison.Ordinal),
            _ => null,
        };
        return digits is { Length: > 0 } && TextToDecimal.Convert(digits, type) is { } unscaled ? new DecimalValue(unscaled, type.Scale) : null;
    }

    private object? Timestamp(JsonNode node) => node switch
    {
        JsonNode.Text { Value.Length: > 0 } text => times.ReadTimestamp(text.Value),
        JsonNode.Number number when JsonNumbers.ToWhole(number, long.MinValue, long.MaxValue) is { } seconds => Micros(seconds),
        _ => null,
    };

    private static long? Micros(long seconds) =>
        (BigInteger)seconds * Dates.Calendar.MicrosPerSecond is var micros && micros >= long.MinValue && micros <= long.MaxValue ? (long)micros : null;
}
