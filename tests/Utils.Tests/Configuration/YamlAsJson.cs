using System.Globalization;
using System.Text.Json.Nodes;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Yaml;

namespace SparkEtl.Utils.Tests.Configuration;

/// <summary>Turns YAML into the JSON that an editor validates: what stands without quotes has the type it looks like.</summary>
internal static class YamlAsJson
{
    public static JsonNode? Read(string yaml)
    {
        var problems = new ProblemList();
        YamlNode? root = YamlReader.ReadFile(yaml, "sample", problems);
        Assert.That(problems.Count, Is.Zero, $"the sample is not YAML: {yaml}");
        return root is null ? null : Of(root);
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Of(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { IsPlain: true, Text: "true" or "false" } truth => JsonValue.Create(truth.Text == "true"),
        ScalarNode { IsPlain: true } scalar when decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => JsonValue.Create(number),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        _ => throw new NotSupportedException($"{node} has no JSON"),
    };
}
