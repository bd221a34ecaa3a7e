using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SparkEtl.Utils.Tests.Configuration;

/// <summary>Validates by the words of JSON schema (draft 7) that the generated schema uses; any other word is an error, never passed over.</summary>
internal sealed class JsonSchema(string text)
{
    private static readonly string[] s_remarks = ["$schema", "title", "description", "default", "definitions"];

    private readonly JsonObject _root = JsonNode.Parse(text)!.AsObject();

    public bool Accepts(JsonNode? value) => Accepts(_root, value);

    private bool Accepts(JsonNode schema, JsonNode? value) => schema is JsonValue truth ? truth.GetValue<bool>()
        : schema.AsObject().All(word => Accepts(schema.AsObject(), word.Key, word.Value!, value));

    private bool Accepts(JsonObject schema, string word, JsonNode argument, JsonNode? value) => word switch
    {
        _ when s_remarks.Contains(word) => true,
        "$ref" => Accepts(Definition(argument.GetValue<string>()), value),
        "type" => (argument as JsonArray ?? [argument.DeepClone()]).Any(type => IsOf(type!.GetValue<string>(), value)),
        "enum" => argument.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "const" => JsonNode.DeepEquals(argument, value),
        "pattern" => value is not JsonValue || value.GetValueKind() != System.Text.Json.JsonValueKind.String || Regex.IsMatch(value.GetValue<string>(), argument.GetValue<string>(), RegexOptions.ECMAScript),
        "minimum" => !IsOf("number", value) || Number(value!) >= Number(argument),
        "maximum" => !IsOf("number", value) || Number(value!) <= Number(argument),
        "anyOf" => argument.AsArray().Any(one => Accepts(one!, value)),
        "allOf" => argument.AsArray().All(one => Accepts(one!, value)),
        "not" => !Accepts(argument, value),
        "if" => !Accepts(argument, value) || Accepts(schema["then"]!, value),
        "then" => true,
        "items" => value is not JsonArray items || items.All(item => Accepts(argument, item)),
        "required" => value is not JsonObject map || argument.AsArray().All(key => map.ContainsKey(key!.GetValue<string>())),
        "properties" => value is not JsonObject map || argument.AsObject().All(p => !map.TryGetPropertyValue(p.Key, out var child) || Accepts(p.Value!, child)),
        "patternProperties" => value is not JsonObject map || argument.AsObject().All(p => map.Where(e => Regex.IsMatch(e.Key, p.Key)).All(e => Accepts(p.Value!, e.Value))),
        "propertyNames" => value is not JsonObject map || map.All(e => Accepts(argument, JsonValue.Create(e.Key))),
        "additionalProperties" => value is not JsonObject map || map.Where(e => !IsNamed(schema, e.Key)).All(e => Accepts(argument, e.Value)),
        _ => throw new NotSupportedException($"the validator does not know the word '{word}'"),
    };

    private static bool IsNamed(JsonObject schema, string key) =>
        schema["properties"]?.AsObject().ContainsKey(key) == true
        || schema["patternProperties"]?.AsObject().Any(p => Regex.IsMatch(key, p.Key)) == true;

    private JsonNode Definition(string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode)_root, (node, name) => node[name] ?? throw new NotSupportedException($"{reference} leads nowhere"));

    private static decimal Number(JsonNode node) => node.GetValue<decimal>();

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == System.Text.Json.JsonValueKind.String,
        "boolean" => value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False,
        "number" => value?.GetValueKind() == System.Text.Json.JsonValueKind.Number,
        "integer" => IsOf("number", value) && decimal.IsInteger(Number(value!)),
        _ => throw new NotSupportedException($"the validator does not know the type '{type}'"),
    };
}
