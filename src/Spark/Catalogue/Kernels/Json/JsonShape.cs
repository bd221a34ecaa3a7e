namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>What a JSON text has at its top.</summary>
internal static class JsonShape
{
    /// <summary>How many items an array has; null when the text is none.</summary>
    public static int? ArrayLength(string json) => JsonReader.TryRead(json, JsonLeniency.OfPaths) is JsonNode.Array array ? array.Items.Count : null;

    /// <summary>The names of an object's fields; null when the text is none.</summary>
    public static object?[]? Keys(string json) =>
        JsonReader.TryRead(json, JsonLeniency.OfPaths) is JsonNode.Object node ? [.. node.Fields.Select(f => f.Key)] : null;
}
