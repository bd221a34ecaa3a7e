using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>
/// What parameters take where Spark casts implicitly in ANSI mode: any number where a number is wanted (it fails on its value when it does not
/// fit), strings where anything atomic is wanted, anything atomic where a string is, dates and timestamps for one another.
/// </summary>
internal static class Takes
{
    public static readonly TypeRule Double = Type(SqlTypes.Double);
    public static readonly TypeRule Int = Type(SqlTypes.Integer);
    public static readonly TypeRule Long = Type(SqlTypes.Long);
    public static readonly TypeRule String = Type(SqlTypes.String);
    public static readonly TypeRule Date = Type(SqlTypes.Date);
    public static readonly TypeRule Timestamp = Type(SqlTypes.Timestamp);

    /// <summary>Any number; strings and untyped nulls become doubles.</summary>
    public static readonly TypeRule Number = new("a number", e => e.Type switch
    {
        NumericType => e.Type,
        StringType or NullType => SqlTypes.Double,
        _ => null,
    });

    /// <summary>timestamp or timestamp_ntz; a date, a string or an untyped null becomes a timestamp.</summary>
    public static readonly TypeRule AnyTimestamp = new("timestamp", e => e.Type switch
    {
        TimestampType or TimestampNtzType => e.Type,
        DateType or StringType or NullType => SqlTypes.Timestamp,
        _ => null,
    });

    /// <summary>Exactly that type after an implicit cast.</summary>
    public static TypeRule Type(DataType type) => new(type.SimpleString, e => Cast(e.Type, type));

    /// <summary>The type itself when it is one of them, else the first of them that it is cast to.</summary>
    public static TypeRule OneOf(params DataType[] types) => new(
        string.Join(" or ", types.Select(t => t.SimpleString)),
        e => types.FirstOrDefault(t => t.Equals(e.Type)) ?? types.FirstOrDefault(t => Cast(e.Type, t) is not null));

    private static DataType? Cast(DataType from, DataType to) => (from, to) switch
    {
        _ when Coercion.SameShape(from, to) => from,
        (NullType, _) => to,
        (NumericType, NumericType) => to,
        (StringType, AtomicType) => to,
        (AtomicType, StringType) => to,
        (DateType or TimestampType or TimestampNtzType, DateType or TimestampType or TimestampNtzType) => to,
        _ => null,
    };
}
