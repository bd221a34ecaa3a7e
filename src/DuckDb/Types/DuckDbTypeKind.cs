namespace SparkEtl.DuckDb;

/// <summary>What a type is, apart from its parameters; by DuckDB's own numbers.</summary>
public enum DuckDbTypeKind
{
    /// <summary>Not a type; the type of a parameter nothing is known about.</summary>
    Invalid = 0,

    /// <summary>BOOLEAN: bool.</summary>
    Boolean = 1,

    /// <summary>TINYINT: sbyte.</summary>
    TinyInt = 2,

    /// <summary>SMALLINT: short.</summary>
    SmallInt = 3,

    /// <summary>INTEGER: int.</summary>
    Integer = 4,

    /// <summary>BIGINT: long.</summary>
    BigInt = 5,

    /// <summary>UTINYINT: byte.</summary>
    UTinyInt = 6,

    /// <summary>USMALLINT: ushort.</summary>
    USmallInt = 7,

    /// <summary>UINTEGER: uint.</summary>
    UInteger = 8,

    /// <summary>UBIGINT: ulong.</summary>
    UBigInt = 9,

    /// <summary>FLOAT, also called REAL: float.</summary>
    Float = 10,

    /// <summary>DOUBLE: double.</summary>
    Double = 11,

    /// <summary>TIMESTAMP, microseconds without a zone: <see cref="DuckDbTimestamp"/>.</summary>
    Timestamp = 12,

    /// <summary>DATE: <see cref="DuckDbDate"/>.</summary>
    Date = 13,

    /// <summary>TIME, microseconds: <see cref="DuckDbTime"/>.</summary>
    Time = 14,

    /// <summary>INTERVAL: <see cref="DuckDbInterval"/>.</summary>
    Interval = 15,

    /// <summary>HUGEINT: Int128.</summary>
    HugeInt = 16,

    /// <summary>VARCHAR: string.</summary>
    Varchar = 17,

    /// <summary>BLOB: byte[].</summary>
    Blob = 18,

    /// <summary>DECIMAL(width, scale): <see cref="DuckDbDecimal"/>.</summary>
    Decimal = 19,

    /// <summary>TIMESTAMP_S, seconds: <see cref="DuckDbTimestamp"/>.</summary>
    TimestampSeconds = 20,

    /// <summary>TIMESTAMP_MS, milliseconds: <see cref="DuckDbTimestamp"/>.</summary>
    TimestampMillis = 21,

    /// <summary>TIMESTAMP_NS, nanoseconds: long.</summary>
    TimestampNanos = 22,

    /// <summary>ENUM('a', 'b'): string.</summary>
    Enum = 23,

    /// <summary>A list, INTEGER[]: object?[].</summary>
    List = 24,

    /// <summary>STRUCT(a INTEGER): object?[] in the order of the fields.</summary>
    Struct = 25,

    /// <summary>MAP(VARCHAR, INTEGER): KeyValuePair&lt;object, object?&gt;[] in the order of the entries.</summary>
    Map = 26,

    /// <summary>UUID: Guid.</summary>
    Uuid = 27,

    /// <summary>UNION(a INTEGER, b VARCHAR); its values are not read: cast it.</summary>
    Union = 28,

    /// <summary>BIT; its values are not read: cast it.</summary>
    Bit = 29,

    /// <summary>TIME WITH TIME ZONE; its values are not read: cast it.</summary>
    TimeTz = 30,

    /// <summary>TIMESTAMP WITH TIME ZONE, microseconds in UTC: <see cref="DuckDbTimestamp"/>.</summary>
    TimestampTz = 31,

    /// <summary>UHUGEINT: UInt128.</summary>
    UHugeInt = 32,

    /// <summary>A list of fixed length, INTEGER[3]: object?[].</summary>
    Array = 33,

    /// <summary>Any type: only as an argument of a function.</summary>
    Any = 34,

    /// <summary>BIGNUM; its values are not read: cast it.</summary>
    BigNum = 35,

    /// <summary>The type of a bare NULL: null.</summary>
    Null = 36,

    /// <summary>A text literal before its type is decided.</summary>
    StringLiteral = 37,

    /// <summary>A number literal before its type is decided.</summary>
    IntegerLiteral = 38,

    /// <summary>TIME_NS; its values are not read: cast it.</summary>
    TimeNanos = 39,

    /// <summary>GEOMETRY; its values are not read: cast it.</summary>
    Geometry = 40,

    /// <summary>VARIANT; its values are not read: cast it.</summary>
    Variant = 41,
}
