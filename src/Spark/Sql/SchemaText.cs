using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql;

/// <summary>Schemas as SQL writes them, with names in backticks, so that any name survives.</summary>
internal static class SchemaText
{
    /// <summary>A schema given as JSON, or as SQL already.</summary>
    public static string OfText(string schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var text = schema.TrimStart();
        return text.StartsWith('{') || text.StartsWith('"') ? OfType(DataType.ParseDataType(schema)) : schema;
    }

    public static string OfType(DataType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type switch
        {
            StructType s => $"struct<{string.Join(',', s.Fields.Select(f => $"{Quote(f.Name)}:{OfType(f.DataType)}"))}>",
            ArrayType a => $"array<{OfType(a.ElementType)}>",
            MapType m => $"map<{OfType(m.KeyType)},{OfType(m.ValueType)}>",
            _ => type.SimpleString,
        };
    }

    private static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
