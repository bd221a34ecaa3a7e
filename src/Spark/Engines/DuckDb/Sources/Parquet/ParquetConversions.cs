using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;

/// <summary>Which types of a user's schema a Parquet column can be read as: its own, and those that hold all its values.</summary>
internal static class ParquetConversions
{
    /// <summary>Checks one column.</summary>
    public static void Require(ParquetColumn column, StructField wanted, string where)
    {
        if (!Fits(column.Type, wanted.DataType))
        {
            throw new AnalysisException(
                "PARQUET_COLUMN_DATA_TYPE_MISMATCH",
                $"Found the column {column.Name} of the type {column.Type.SimpleString} in {where}, expected {wanted.DataType.SimpleString} by the schema. Read it as {column.Type.SimpleString} and cast it.");
        }
    }

    private static bool Fits(DataType from, DataType to) => (from, to) switch
    {
        _ when from.Equals(to) => true,
        (ByteType, ShortType or IntegerType or LongType or DoubleType) => true,
        (ShortType, IntegerType or LongType or DoubleType) => true,
        (IntegerType, LongType or DoubleType) => true,
        (FloatType, DoubleType) => true,
        (DecimalType a, DecimalType b) => b.Scale >= a.Scale && b.Precision - b.Scale >= a.Precision - a.Scale,
        (IntegerType, DecimalType d) => d.Precision - d.Scale >= 10,
        (LongType, DecimalType d) => d.Precision - d.Scale >= 20,
        (StringType, BinaryType) or (BinaryType, StringType) => true,
        (DateType, TimestampNtzType) => true,
        (TimestampType, TimestampNtzType) or (TimestampNtzType, TimestampType) => true,
        (ArrayType a, ArrayType b) => Fits(a.ElementType, b.ElementType),
        (MapType a, MapType b) => Fits(a.KeyType, b.KeyType) && Fits(a.ValueType, b.ValueType),
        (StructType a, StructType b) => b.Fields.All(f => a.IndexOf(f.Name) < 0 || Fits(a.Fields[a.IndexOf(f.Name)].DataType, f.DataType)),
        _ => false,
    };
}
