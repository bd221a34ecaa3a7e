using System.Globalization;
using System.Numerics;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary><c>schema_of_json</c>: the type that a JSON value has.</summary>
internal static class JsonSchema
{
    /// <summary>The type; a string where nothing is known.</summary>
    public static DataType Of(JsonNode? node, bool primitivesAsString, bool prefersDecimal)
    {
        var type = node is null ? SqlTypes.Null : Infer(node, primitivesAsString, prefersDecimal);
        return type switch
        {
            StructType s => Known(s) ?? new StructType([]),
            ArrayType { ElementType: StructType s } => SqlTypes.ArrayOf(Known(s) ?? new StructType([])),
            _ => Known(type) ?? SqlTypes.String,
        };
    }

    private static DataType Infer(JsonNode node, bool primitivesAsString, bool prefersDecimal) => node switch
    {
        JsonNode.Null => SqlTypes.Null,
        JsonNode.Text => SqlTypes.String,
        JsonNode.Flag or JsonNode.Number when primitivesAsString => SqlTypes.String,
        JsonNode.Flag => SqlTypes.Boolean,
        JsonNode.Number n => OfNumber(n, prefersDecimal),
        JsonNode.Array a => SqlTypes.ArrayOf(a.Items.Select(i => Infer(i, primitivesAsString, prefersDecimal)).Aggregate((DataType)SqlTypes.Null, Common)),
        JsonNode.Object o => new StructType(o.Fields
            .Select(f => new StructField(f.Key, Infer(f.Value, primitivesAsString, prefersDecimal)))
            .GroupBy(f => f.Name).Select(g => new StructField(g.Key, g.Select(f => f.DataType).Aggregate(Common)))
            .OrderBy(f => f.Name, StringComparer.Ordinal)),
        _ => SqlTypes.String,
    };

    private static DataType OfNumber(JsonNode.Number number, bool prefersDecimal)
    {
        if (number.IsWhole)
        {
            var value = BigInteger.Parse(number.Digits, CultureInfo.InvariantCulture);
            var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length;
            return value >= long.MinValue && value <= long.MaxValue ? SqlTypes.Long
                : digits <= DecimalType.MaxPrecision ? SqlTypes.Decimal(digits, 0)
                : SqlTypes.Double;
        }

        var point = number.Digits.IndexOf('.');
        if (!prefersDecimal || point < 0 || number.Digits.AsSpan().IndexOfAny('e', 'E') >= 0)
        {
            return SqlTypes.Double;
        }

        var scale = number.Digits.Length - point - 1;
        var all = Math.Max(number.Digits.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('-', '0').Length, scale);
        return Math.Max(all, 1) is var precision && precision <= DecimalType.MaxPrecision ? SqlTypes.Decimal(precision, scale) : SqlTypes.Double;
    }

    private static DataType Common(DataType left, DataType right) => (left, right) switch
    {
        _ when left.Equals(right) => left,
        (NullType, _) => right,
        (_, NullType) => left,
        (DoubleType, NumericType) or (NumericType, DoubleType) => SqlTypes.Double,
        (LongType, DecimalType d) => Coercion.WiderDecimal(Coercion.DecimalOf(SqlTypes.Long), d),
        (DecimalType d, LongType) => Coercion.WiderDecimal(d, Coercion.DecimalOf(SqlTypes.Long)),
        (DecimalType a, DecimalType b) => Coercion.WiderDecimal(a, b),
        (ArrayType a, ArrayType b) => SqlTypes.ArrayOf(Common(a.ElementType, b.ElementType)),
        (StructType a, StructType b) => new StructType(a.Fields.Concat(b.Fields)
            .GroupBy(f => f.Name).Select(g => new StructField(g.Key, g.Select(f => f.DataType).Aggregate(Common)))
            .OrderBy(f => f.Name, StringComparer.Ordinal)),
        _ => SqlTypes.String,
    };

    // What has no value anywhere is a string; an object without fields is left out.
    private static DataType? Known(DataType type) => type switch
    {
        NullType => SqlTypes.String,
        ArrayType a => Known(a.ElementType) is { } e ? SqlTypes.ArrayOf(e) : null,
        StructType s => Known(s),
        _ => type,
    };

    private static StructType? Known(StructType type)
    {
        var fields = type.Fields.Where(f => f.Name.Length > 0).Select(f => (f.Name, Type: Known(f.DataType))).Where(f => f.Type is not null)
            .Select(f => new StructField(f.Name, f.Type!)).ToList();
        return fields.Count > 0 ? new StructType(fields) : null;
    }
}
