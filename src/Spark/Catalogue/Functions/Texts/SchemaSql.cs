using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Texts;

/// <summary>Types as Spark's <c>schema_of_json</c> writes them: <c>STRUCT&lt;a: BIGINT, `b c`: ARRAY&lt;STRING&gt;&gt;</c>.</summary>
internal static class SchemaSql
{
    public static string Of(DataType type) => type switch
    {
        ArrayType a => $"ARRAY<{Of(a.ElementType)}>",
        StructType s => $"STRUCT<{string.Join(", ", s.Fields.Select(f => $"{Quoted(f.Name)}: {Of(f.DataType)}"))}>",
        _ => type.SimpleString.ToUpperInvariant(),
    };

    private static string Quoted(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !name.All(char.IsAsciiDigit)
            ? name
            : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
