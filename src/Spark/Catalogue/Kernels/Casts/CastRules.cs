using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Casts;

/// <summary>Which casts there are in ANSI mode, and which of them the embedded engine's own CAST does exactly so.</summary>
internal static class CastRules
{
    private const string WithoutSuggestion = "DATATYPE_MISMATCH.CAST_WITHOUT_SUGGESTION";
    private const string WithConf = "DATATYPE_MISMATCH.CAST_WITH_CONF_SUGGESTION";
    private const string WithFunction = "DATATYPE_MISMATCH.CAST_WITH_FUNC_SUGGESTION";

    // A double holds every whole number of fifteen digits, and a quotient of two such is rounded once.
    private const int ExactDoubleDigits = 15;

    /// <summary>Null when there is such a cast, else Spark's error class.</summary>
    public static string? Check(DataType from, DataType to, bool @try = false) => (from, to) switch
    {
        _ when Coercion.SameShape(from, to) => null,
        (NullType, _) => null,
        (_, StringType) => null,
        (StringType, AtomicType) => null,
        (NumericType or BooleanType, NumericType or BooleanType) => null,
        (NumericType, TimestampType) or (TimestampType, NumericType) => null,
        (IntegralType, BinaryType) => WithConf,
        (NumericType, DateType) or (DateType, NumericType) => WithFunction,
        (BooleanType, TimestampType) or (TimestampType or DateType, BooleanType) => WithConf,
        (DateType or TimestampType or TimestampNtzType, DateType or TimestampType or TimestampNtzType) => null,
        (IntegralType or DecimalType, DayTimeIntervalType or YearMonthIntervalType) => null,
        (DayTimeIntervalType or YearMonthIntervalType, IntegralType or DecimalType) => null,
        (DayTimeIntervalType, DayTimeIntervalType) or (YearMonthIntervalType, YearMonthIntervalType) => null,
        (ArrayType a, ArrayType b) => a.ContainsNull && !b.ContainsNull ? WithoutSuggestion : Check(a.ElementType, b.ElementType, @try),
        (MapType a, MapType b) => CheckMap(a, b, @try),
        (StructType a, StructType b) => CheckStruct(a, b, @try),
        _ => WithoutSuggestion,
    };

    /// <summary>
    /// Whether <c>CAST(x AS type)</c> in the embedded engine, over the types that stand for these there, gives the same for every value and
    /// cannot fail.
    /// </summary>
    public static bool CanBeNative(DataType from, DataType to) => (from, to) switch
    {
        _ when Coercion.SameShape(from, to) => true,
        (NullType, _) => true,
        (ByteType, ShortType or IntegerType or LongType) => true,
        (ShortType, IntegerType or LongType) => true,
        (IntegerType, LongType) => true,
        (IntegralType, FloatType or DoubleType) => true,
        (FloatType, DoubleType) => true,
        (BooleanType, IntegralType) => true,
        (IntegralType or BooleanType, StringType) => true,
        (IntegralType i, DecimalType d) => d.Precision - d.Scale >= Coercion.DecimalOf(i).Precision,
        (DecimalType a, DecimalType b) => a.Scale <= b.Scale && a.Precision - a.Scale <= b.Precision - b.Scale,
        (DecimalType d, DoubleType) => d.Precision <= ExactDoubleDigits,
        (DateType, TimestampType or TimestampNtzType) => true,
        (TimestampType or TimestampNtzType, DateType or TimestampType or TimestampNtzType) => true,
        (ArrayType a, ArrayType b) => CanBeNative(a.ElementType, b.ElementType),
        _ => false,
    };

    private static string? CheckMap(MapType from, MapType to, bool @try)
    {
        var cannotBeNull = @try && (CanFail(from.KeyType, to.KeyType) || (!to.ValueContainsNull && CanFail(from.ValueType, to.ValueType)));
        return cannotBeNull || (from.ValueContainsNull && !to.ValueContainsNull)
            ? WithoutSuggestion
            : Check(from.KeyType, to.KeyType, @try) ?? Check(from.ValueType, to.ValueType, @try);
    }

    private static string? CheckStruct(StructType from, StructType to, bool @try) =>
        from.Fields.Count != to.Fields.Count
            ? WithoutSuggestion
            : from.Fields.Zip(to.Fields)
                .Select(p => p.First.IsNullable && !p.Second.IsNullable ? WithoutSuggestion : Check(p.First.DataType, p.Second.DataType, @try))
                .FirstOrDefault(e => e is not null);

    private static bool CanFail(DataType from, DataType to) => to is not StringType && !CanBeNative(from, to);
}
