using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Values;

/// <summary>Values between plans, which hold plain numbers, and rows, which hold what a user of C# expects.</summary>
internal static class PlanValues
{
    private const int DecimalDigits = 28;

    /// <summary>A row of a result.</summary>
    public static Row ToRow(IReadOnlyList<object?> values, StructType schema)
    {
        var converted = new object?[values.Count];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = ToPublic(values[i], schema.Fields[i].DataType);
        }

        return new Row(converted, schema);
    }

    /// <summary>A value of a plan, as <see cref="Row"/> gives it.</summary>
    public static object? ToPublic(object? value, DataType type) => (value, type) switch
    {
        (null, _) => null,
        (DecimalValue d, DecimalType t) => t.Precision > DecimalDigits ? (object)ToSqlDecimal(d) : ToDecimal(d),
        (int days, DateType) => Date.FromDaysSinceEpoch(days),
        (long micros, TimestampType) => Timestamp.FromMicrosecondsSinceEpoch(micros),
        (long micros, TimestampNtzType) => new DateTime(
            DateTime.UnixEpoch.Ticks + (micros * TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified),
        (long micros, DayTimeIntervalType) => ToTimeSpan(micros),
        (object?[] items, ArrayType a) => Array.ConvertAll(items, i => ToPublic(i, a.ElementType)),
        (object?[] items, StructType s) => ToRow(items, s),
        (KeyValuePair<object, object?>[] entries, MapType m) => ToDictionary(entries, m),
        _ => value,
    };

    /// <summary>A value given by a user, as a plan holds it.</summary>
    /// <param name="value">What <see cref="Row"/> lists for the type, or a value that holds the same.</param>
    /// <param name="type">The type it is for.</param>
    /// <param name="where">Where it was given, for errors.</param>
    /// <exception cref="AnalysisException">It does not fit the type.</exception>
    public static object? ToPlan(object? value, DataType type, string where)
    {
        if (value is null or DBNull or INullable { IsNull: true })
        {
            return null;
        }

        return Convert(value, type, where) ?? throw new AnalysisException(
            "EXPRESSION_ENCODING_FAILED", $"{where} is a {value.GetType().Name} ({ValueText.Of(value)}), which does not fit the type {type.SimpleString}.");
    }

    private static object? Convert(object value, DataType type, string where) => type switch
    {
        ByteType => RowValues.TryConvert(value, typeof(sbyte)),
        ShortType => RowValues.TryConvert(value, typeof(short)),
        IntegerType => RowValues.TryConvert(value, typeof(int)),
        LongType => RowValues.TryConvert(value, typeof(long)),
        FloatType => RowValues.TryConvert(value, typeof(float)),
        DoubleType => RowValues.TryConvert(value, typeof(double)),
        DecimalType d => ToDecimalValue(value) is { } exact ? Rescale(exact, d) : null,
        ArrayType a => value is IEnumerable items and not string and not IDictionary
            ? items.Cast<object?>().Select((v, i) => ToPlan(v, a.ElementType, $"{where}, element {i}")).ToArray()
            : null,
        MapType m => value is IDictionary map ? FromDictionary(map, m, where) : null,
        StructType s => FromStruct(value, s, where),
        NullType => null,
        YearMonthIntervalType => value as int?,
        TimestampNtzType => value is DateTime t ? new Timestamp(DateTime.SpecifyKind(t, DateTimeKind.Utc)).MicrosecondsSinceEpoch : null,
        _ => LiteralOf(value) is { } literal && literal.Type.GetType() == type.GetType() ? literal.Value : null,
    };

    private static (object? Value, DataType Type)? LiteralOf(object value)
    {
        try
        {
            var literal = LiteralConverter.ToLiteral(value);
            return (literal.Value, literal.Type);
        }
        catch (AnalysisException)
        {
            return null;
        }
    }

    private static DecimalValue? ToDecimalValue(object value) => value switch
    {
        decimal m => LiteralConverter.ToDecimalValue(m),
        SqlDecimal m => LiteralConverter.ToDecimalValue(m),
        sbyte or byte or short or int or long => new DecimalValue(System.Convert.ToInt64(value, CultureInfo.InvariantCulture), 0),
        _ => null,
    };

    // Half up, as Spark stores a value in a decimal column; null when the digits do not fit.
    private static object? Rescale(DecimalValue value, DecimalType type)
    {
        BigInteger unscaled = value.Unscaled;
        var shift = type.Scale - value.Scale;
        if (shift >= 0)
        {
            unscaled *= BigInteger.Pow(10, shift);
        }
        else
        {
            var divisor = BigInteger.Pow(10, -shift);
            var half = divisor / 2;
            unscaled = (unscaled.Sign < 0 ? unscaled - half : unscaled + half) / divisor;
        }

        return BigInteger.Abs(unscaled) < BigInteger.Pow(10, type.Precision) ? new DecimalValue((Int128)unscaled, type.Scale) : null;
    }

    private static KeyValuePair<object, object?>[] FromDictionary(IDictionary map, MapType type, string where)
    {
        var entries = new List<KeyValuePair<object, object?>>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            var key = ToPlan(entry.Key, type.KeyType, $"{where}, a key")
                ?? throw new AnalysisException("NULL_MAP_KEY", $"{where} has a null key.");
            entries.Add(new(key, ToPlan(entry.Value, type.ValueType, $"{where}, the value of {ValueText.Of(entry.Key)}")));
        }

        return [.. entries];
    }

    private static object?[]? FromStruct(object value, StructType type, string where)
    {
        var values = value switch
        {
            Row row => row.Values,
            GenericRow row => row.Values,
            object?[] items => items,
            _ => null,
        };
        return values?.Length == type.Fields.Count
            ? values.Select((v, i) => ToPlan(v, type.Fields[i].DataType, $"{where}, field {type.Fields[i].Name}")).ToArray()
            : null;
    }

    private static decimal ToDecimal(DecimalValue value)
    {
        var magnitude = value.Unscaled < 0 ? -value.Unscaled : value.Unscaled;
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), value.Unscaled < 0, (byte)value.Scale);
    }

    private static SqlDecimal ToSqlDecimal(DecimalValue value)
    {
        var magnitude = value.Unscaled < 0 ? -value.Unscaled : value.Unscaled;
        return new SqlDecimal(
            DecimalType.MaxPrecision,
            (byte)value.Scale,
            value.Unscaled >= 0,
            (int)(uint)magnitude,
            (int)(uint)(magnitude >> 32),
            (int)(uint)(magnitude >> 64),
            (int)(uint)(magnitude >> 96));
    }

    private static TimeSpan ToTimeSpan(long microseconds) =>
        microseconds is > long.MinValue / TimeSpan.TicksPerMicrosecond and < long.MaxValue / TimeSpan.TicksPerMicrosecond
            ? new TimeSpan(microseconds * TimeSpan.TicksPerMicrosecond)
            : throw new QueryException(
                "DATETIME_OVERFLOW", $"An interval of {microseconds} microseconds is longer than a TimeSpan holds; cast it to string.");

    private static Dictionary<object, object?> ToDictionary(KeyValuePair<object, object?>[] entries, MapType type)
    {
        var map = new Dictionary<object, object?>(entries.Length, ValueEquality.Comparer);
        foreach (var (key, value) in entries)
        {
            map.Add(ToPublic(key, type.KeyType)!, ToPublic(value, type.ValueType));
        }

        return map;
    }
}
