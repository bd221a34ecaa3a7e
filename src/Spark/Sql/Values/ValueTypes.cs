using System.Collections;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql.Values;

/// <summary>The SQL types that values of C# show by themselves.</summary>
internal static class ValueTypes
{
    public static StructType SchemaOf(object?[] values) => new(values.Select((v, i) => new StructField($"_{i + 1}", TypeOf(v))));

    public static DataType TypeOf(object? value) => value switch
    {
        byte[] => SqlTypes.Binary,
        Row row => row.Schema,
        GenericRow row => SchemaOf(row.Values),
        IDictionary map => SqlTypes.MapOf(TypeOfAny(map.Keys), TypeOfAny(map.Values)),
        IList list => SqlTypes.ArrayOf(TypeOfAny(list)),
        _ => LiteralConverter.ToLiteral(value).Type,
    };

    private static DataType TypeOfAny(IEnumerable values) =>
        values.Cast<object?>().Select(TypeOf).FirstOrDefault(t => t is not NullType) ?? SqlTypes.Null;
}
