using SparkEtl.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>Values between the embedded engine and plans: the binding's own boxes for decimals, dates and timestamps become plain ones.</summary>
internal static class Values
{
    /// <summary>A value of a vector, as plans hold it.</summary>
    public static object? FromDuckDb(object? value, DataType type) => (value, type) switch
    {
        (null, _) => null,
        (DuckDbDecimal d, _) => new DecimalValue(d.Unscaled, d.Scale),
        (DuckDbDate d, _) => d.Days,
        (DuckDbTimestamp t, _) => t.Micros,
        (object?[] items, ArrayType a) => Array.ConvertAll(items, i => FromDuckDb(i, a.ElementType)),
        (object?[] items, StructType s) => items.Select((i, n) => FromDuckDb(i, s.Fields[n].DataType)).ToArray(),
        (KeyValuePair<object, object?>[] entries, MapType m) => Array.ConvertAll(
            entries, e => new KeyValuePair<object, object?>(FromDuckDb(e.Key, m.KeyType)!, FromDuckDb(e.Value, m.ValueType))),
        _ => value,
    };

    /// <summary>A value of a plan, as a vector takes it.</summary>
    public static object? ToDuckDb(object? value, DataType type) => (value, type) switch
    {
        (null, _) => null,
        (DecimalValue d, DecimalType t) => new DuckDbDecimal(d.Unscaled, t.Scale),
        (Int128 d, DecimalType t) => new DuckDbDecimal(d, t.Scale),
        (int days, DateType) => new DuckDbDate(days),
        (long micros, TimestampType or TimestampNtzType) => new DuckDbTimestamp(micros),
        (object?[] items, ArrayType a) => Array.ConvertAll(items, i => ToDuckDb(i, a.ElementType)),
        (object?[] items, StructType s) => items.Select((i, n) => ToDuckDb(i, s.Fields[n].DataType)).ToArray(),
        (KeyValuePair<object, object?>[] entries, MapType m) => Array.ConvertAll(
            entries, e => new KeyValuePair<object, object?>(ToDuckDb(e.Key, m.KeyType)!, ToDuckDb(e.Value, m.ValueType))),
        _ => value,
    };
}
