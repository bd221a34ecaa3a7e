using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>SQL types and the types that stand for them in the embedded engine.</summary>
internal static class TypeMapping
{
    /// <summary>The type that stands for a SQL type.</summary>
    public static DuckDbType ToDuckDb(DataType type) => type switch
    {
        ByteType => DuckDbType.TinyInt,
        ShortType => DuckDbType.SmallInt,
        IntegerType or NullType or YearMonthIntervalType => DuckDbType.Integer,
        LongType or DayTimeIntervalType => DuckDbType.BigInt,
        FloatType => DuckDbType.Float,
        DoubleType => DuckDbType.Double,
        DecimalType d => DuckDbType.Decimal(d.Precision, d.Scale),
        StringType => DuckDbType.Varchar,
        BinaryType => DuckDbType.Blob,
        BooleanType => DuckDbType.Boolean,
        DateType => DuckDbType.Date,
        TimestampType or TimestampNtzType => DuckDbType.Timestamp,
        ArrayType a => DuckDbType.List(ToDuckDb(a.ElementType)),
        MapType m => DuckDbType.Map(ToDuckDb(m.KeyType), ToDuckDb(m.ValueType)),
        StructType s => DuckDbType.Struct([.. DuckDbDialect.FieldNames(s).Zip(s.Fields, (n, f) => new DuckDbField(n, ToDuckDb(f.DataType)))]),
        _ => throw new RefusedException($"The type {type.SimpleString}", "the embedded engine has no such type; cast it first."),
    };

    /// <summary>
    /// The SQL type of a column that DuckDB read from a file or holds in a table, and the type to cast it to when DuckDB's own has no
    /// counterpart (unsigned numbers widen, a zoned timestamp becomes UTC).
    /// </summary>
    public static DataType FromDuckDb(DuckDbType type, string where) => type.Kind switch
    {
        DuckDbTypeKind.Boolean => SqlTypes.Boolean,
        DuckDbTypeKind.TinyInt => SqlTypes.Byte,
        DuckDbTypeKind.SmallInt or DuckDbTypeKind.UTinyInt => SqlTypes.Short,
        DuckDbTypeKind.Integer or DuckDbTypeKind.USmallInt => SqlTypes.Integer,
        DuckDbTypeKind.BigInt or DuckDbTypeKind.UInteger => SqlTypes.Long,
        DuckDbTypeKind.UBigInt => SqlTypes.Decimal(20, 0),
        DuckDbTypeKind.HugeInt => SqlTypes.Decimal(38, 0),
        DuckDbTypeKind.Float => SqlTypes.Float,
        DuckDbTypeKind.Double => SqlTypes.Double,
        DuckDbTypeKind.Decimal => SqlTypes.Decimal(type.Width, type.Scale),
        DuckDbTypeKind.Varchar or DuckDbTypeKind.Uuid or DuckDbTypeKind.Enum => SqlTypes.String,
        DuckDbTypeKind.Blob => SqlTypes.Binary,
        DuckDbTypeKind.Date => SqlTypes.Date,
        DuckDbTypeKind.TimestampTz => SqlTypes.Timestamp,
        DuckDbTypeKind.Timestamp => SqlTypes.TimestampNtz,
        DuckDbTypeKind.List or DuckDbTypeKind.Array => SqlTypes.ArrayOf(FromDuckDb(type.Element, where)),
        DuckDbTypeKind.Map => SqlTypes.MapOf(FromDuckDb(type.Fields[0].Type, where), FromDuckDb(type.Fields[1].Type, where)),
        DuckDbTypeKind.Struct => new StructType(type.Fields.Select(f => new StructField(f.Name, FromDuckDb(f.Type, where)))),
        _ => throw new RefusedException($"The type {type} of {where}", "it has no Spark type; cast it where it is made."),
    };
}
