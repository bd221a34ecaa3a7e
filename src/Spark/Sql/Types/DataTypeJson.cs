using System.Text.Json;
using System.Text.Json.Nodes;

namespace SparkEtl.Spark.Sql.Types;

/// <summary>Spark's JSON form of a schema.</summary>
internal static class DataTypeJson
{
    public static string Write(DataType type) => ToNode(type).ToJsonString();

    public static DataType Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => DataTypeNames.Parse(json.GetString()!),
        JsonValueKind.Object => ReadObject(json),
        _ => throw Invalid(json),
    };

    private static JsonNode ToNode(DataType type) => type switch
    {
        ArrayType a => new JsonObject { ["type"] = "array", ["elementType"] = ToNode(a.ElementType), ["containsNull"] = a.ContainsNull },
        MapType m => new JsonObject
        {
            ["type"] = "map",
            ["keyType"] = ToNode(m.KeyType),
            ["valueType"] = ToNode(m.ValueType),
            ["valueContainsNull"] = m.ValueContainsNull,
        },
        StructType s => new JsonObject { ["type"] = "struct", ["fields"] = new JsonArray([.. s.Fields.Select(FieldToNode)]) },
        _ => JsonValue.Create(type.TypeName),
    };

    private static JsonObject FieldToNode(StructField field) => new()
    {
        ["name"] = field.Name,
        ["type"] = ToNode(field.DataType),
        ["nullable"] = field.IsNullable,
        ["metadata"] = new JsonObject(),
    };

    private static DataType ReadObject(JsonElement json) => Property(json, "type").GetString() switch
    {
        "array" => new ArrayType(Read(Property(json, "elementType")), Property(json, "containsNull").GetBoolean()),
        "map" => new MapType(
            Read(Property(json, "keyType")), Read(Property(json, "valueType")), Property(json, "valueContainsNull").GetBoolean()),
        "struct" => new StructType(Property(json, "fields").EnumerateArray().Select(f =>
            new StructField(Property(f, "name").GetString()!, Read(Property(f, "type")), Property(f, "nullable").GetBoolean()))),
        _ => throw Invalid(json),
    };

    private static JsonElement Property(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : throw Invalid(json);

    private static AnalysisException Invalid(JsonElement json) =>
        new("INVALID_JSON_DATA_TYPE", $"'{json.GetRawText()}' is not the JSON of a data type.");
}
