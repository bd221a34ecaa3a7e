namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>A value of a JSON text.</summary>
internal abstract record JsonNode
{
    private JsonNode()
    {
    }

    internal sealed record Null : JsonNode
    {
        public static readonly Null Instance = new();
    }

    internal sealed record Flag(bool Value) : JsonNode;

    /// <summary>A number as it was written.</summary>
    internal sealed record Number(string Digits) : JsonNode
    {
        /// <summary>Without a point and an exponent.</summary>
        public bool IsWhole => Digits.AsSpan(Digits[0] == '-' ? 1 : 0).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    internal sealed record Text(string Value) : JsonNode;

    internal sealed record Array(IReadOnlyList<JsonNode> Items) : JsonNode;

    /// <summary>Fields in their order; a name may occur more than once.</summary>
    internal sealed record Object(IReadOnlyList<KeyValuePair<string, JsonNode>> Fields) : JsonNode;
}
