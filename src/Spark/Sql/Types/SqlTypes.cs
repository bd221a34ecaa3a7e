namespace SparkEtl.Spark.Sql.Types;

/// <summary>The types without parameters, once.</summary>
internal static class SqlTypes
{
    public static readonly NullType Null = new();
    public static readonly StringType String = new();
    public static readonly BinaryType Binary = new();
    public static readonly BooleanType Boolean = new();
    public static readonly DateType Date = new();
    public static readonly TimestampType Timestamp = new();
    public static readonly TimestampNtzType TimestampNtz = new();
    public static readonly DoubleType Double = new();
    public static readonly FloatType Float = new();
    public static readonly ByteType Byte = new();
    public static readonly ShortType Short = new();
    public static readonly IntegerType Integer = new();
    public static readonly LongType Long = new();
    public static readonly DayTimeIntervalType DayTimeInterval = new();
    public static readonly YearMonthIntervalType YearMonthInterval = new();

    public static DecimalType Decimal(int precision, int scale) => new(precision, scale);

    public static ArrayType ArrayOf(DataType element, bool containsNull = true) => new(element, containsNull);

    public static MapType MapOf(DataType key, DataType value, bool valueContainsNull = true) => new(key, value, valueContainsNull);

    public static StructType StructOf(params (string Name, DataType Type)[] fields) => new(fields.Select(f => new StructField(f.Name, f.Type)));
}
