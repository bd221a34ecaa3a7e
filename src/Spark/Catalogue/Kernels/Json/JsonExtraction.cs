
namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary><c>get_json_object</c>: what stands at a path, in Hive's forms where a path finds several values.</summary>
internal sealed class JsonExtraction
{
    private readonly TextLookup<JsonPath?> paths = new(JsonPath.TryParse);

    private enum Style
    {
        /// <summary>No array around: a string stands without quotes.</summary>
        Raw,

        /// <summary>Inside an array.</summary>
        Quoted,

        /// <summary>Inside an array whose inner arrays are opened.</summary>
        Flat,
    }

    /// <summary>The text of what is found; null when nothing is, or the text is no JSON.</summary>
    public string? Extract(string json, string path)
    {
        if (paths.Get(path) is not { } known || JsonReader.TryRead(json, JsonLeniency.OfPaths) is not { } root)
        {
            return null;
        }

        var output = new List<string>();
        return Find(root, known.Steps, 0, Style.Raw, output) && string.Join(' ', output) is var found && IsWhole(found) ? found : null;
    }

    // Half of a character cannot be written as UTF-8.
    private static bool IsWhole(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Find(JsonNode node, IReadOnlyList<JsonPath.Step> steps, int at, Style style, List<string> output)
    {
        if (at == steps.Count)
        {
            return Take(node, style, output);
        }

        switch (node, steps[at])
        {
            case (JsonNode.Object o, JsonPath.Step.Field field):
                // The first field of the name that has something counts; a null has nothing.
                return o.Fields.Any(f => f.Key == field.Name && f.Value is not JsonNode.Null && Find(f.Value, steps, at + 1, style, output));

            case (JsonNode.Array a, JsonPath.Step.AnyItem) when at + 1 < steps.Count && steps[at + 1] is JsonPath.Step.AnyItem:
                return Collect(a, steps, at + 2, Style.Flat, output) is not null;

            case (JsonNode.Array a, JsonPath.Step.AnyItem) when style != Style.Quoted:
                return Compact(a, steps, at + 1, style == Style.Raw ? Style.Quoted : style, output);

            case (JsonNode.Array a, JsonPath.Step.AnyItem):
                return Collect(a, steps, at + 1, Style.Quoted, output) is not null;

            case (JsonNode.Array a, JsonPath.Step.Item item):
                var next = at + 1 < steps.Count && steps[at + 1] is JsonPath.Step.AnyItem ? Style.Quoted : style;
                return item.Index < a.Items.Count && Find(a.Items[(int)item.Index], steps, at + 1, next, output);

            default:
                return false;
        }
    }

    private static bool Take(JsonNode node, Style style, List<string> output)
    {
        if (node is JsonNode.Array array && style == Style.Flat)
        {
            return array.Items.Aggregate(false, (found, item) => Take(item, Style.Flat, output) || found);
        }

        output.Add(style == Style.Raw ? JsonText.Of(node) : JsonText.Write(node));
        return true;
    }

    // An array of what the items give, written even when they give nothing; null then.
    private static List<string>? Collect(JsonNode.Array array, IReadOnlyList<JsonPath.Step> steps, int at, Style style, List<string> output)
    {
        var inner = new List<string>();
        var found = array.Items.Aggregate(false, (any, item) => Find(item, steps, at, style, inner) || any);
        output.Add($"[{string.Join(',', inner)}]");
        return found ? inner : null;
    }

    // As an array, but one item alone stands without it.
    private static bool Compact(JsonNode.Array array, IReadOnlyList<JsonPath.Step> steps, int at, Style style, List<string> output)
    {
        var inner = new List<string>();
        var found = array.Items.Count(item => Find(item, steps, at, style, inner));
        if (found == 0)
        {
            return false;
        }

        output.Add(found == 1 ? string.Join(',', inner) : $"[{string.Join(',', inner)}]");
        return true;
    }
}
