namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>The texts of some fields of a JSON object.</summary>
internal static class JsonTuple
{
    /// <summary>
    /// One row, as an array of one struct: a text for each name, null where the object lacks it or holds null. All are null when the text is null or
    /// no JSON object. What follows the object is not read.
    /// </summary>
    /// <param name="arguments">The text, then the names.</param>
    public static object?[] Of(object?[] arguments)
    {
        var row = new object?[arguments.Length - 1];
        if (arguments[0] is not string json || JsonReader.TryRead(json, JsonLeniency.OfPaths) is not JsonNode.Object node)
        {
            return [row];
        }

        foreach (var (name, value) in node.Fields)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (value is not JsonNode.Null && name == arguments[i + 1] as string)
                {
                    row[i] = JsonText.Of(value);
                }
            }
        }

        return [row];
    }
}
