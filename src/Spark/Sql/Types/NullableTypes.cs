namespace SparkEtl.Spark.Sql.Types;

/// <summary>Types of what is read from files: whatever a schema says, a value may be missing there.</summary>
internal static class NullableTypes
{
    /// <summary>The type with nulls allowed everywhere.</summary>
    public static DataType Of(DataType type) => type switch
    {
        ArrayType a => SqlTypes.ArrayOf(Of(a.ElementType)),
        MapType m => SqlTypes.MapOf(Of(m.KeyType), Of(m.ValueType)),
        StructType s => Of(s),
        _ => type,
    };

    /// <summary>The columns with nulls allowed everywhere.</summary>
    public static StructType Of(StructType type) => new(type.Fields.Select(f => new StructField(f.Name, Of(f.DataType))));
}
