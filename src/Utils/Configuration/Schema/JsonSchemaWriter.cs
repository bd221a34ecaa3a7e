using System.Buffers;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SparkEtl.Utils.Configuration.Shapes;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration.Schema;

/// <summary>
/// Writes the JSON schema (draft 7) by which editors complete and check a configuration file. It accepts whatever the loader can accept;
/// what only the loader can know (a key missing in both <c>defaults</c> and the environment) it leaves to the loader.
/// </summary>
public sealed class JsonSchemaWriter
{
    private static readonly JsonWriterOptions s_readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly XmlDocumentation? _documentation;

    private JsonSchemaWriter(XmlDocumentation? documentation) => _documentation = documentation;

    /// <summary>The schema as indented JSON, ending with a line end.</summary>
    /// <param name="sections">The sections of the pipelines that a file may hold.</param>
    /// <param name="documentation">Where the keys' descriptions come from; without it they have none.</param>
    public static string Write(IReadOnlyCollection<ConfigurationSection> sections, XmlDocumentation? documentation = null)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, s_readable))
            new JsonSchemaWriter(documentation).WriteRoot(EnvironmentShape.Of(sections)).WriteTo(json);
        return Encoding.UTF8.GetString(text.WrittenSpan) + "\n";
    }

    private JsonObject WriteRoot(RecordShape environment) => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "SparkEtl configuration",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            [Document.Defaults] = Described(Reference("environment"), "Values that all environments share."),
        },
        ["additionalProperties"] = Reference("environment"),
        // A section at the top is an environment whose sections lack their level.
        ["propertyNames"] = new JsonObject { ["not"] = new JsonObject { ["enum"] = Names(environment.Keys) } },
        ["definitions"] = new JsonObject
        {
            ["environment"] = OrNull(Write(environment, inList: false)),
            ["reference"] = new JsonObject { ["type"] = "string", ["pattern"] = @"\$\{[^}]+\}" },
            ["secret"] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = @"^(\$\{[^}]+\})*$",
                ["description"] = "A secret is never written out: ${NAME} or ${file:PATH}.",
            },
        },
    };

    private JsonObject Write(Shape shape, bool inList, Member? member = null) => shape switch
    {
        ScalarShape scalar => WriteScalar(scalar, member),
        ListShape list => new JsonObject { ["type"] = "array", ["items"] = Write(list.Item, inList: true) },
        DictionaryShape dictionary => WriteDictionary(dictionary, inList),
        ChoiceShape choice => WriteChoice(choice, inList),
        RecordShape record => WriteRecord(record, inList),
        _ => throw new ArgumentException($"there is no schema for {shape}", nameof(shape)),
    };

    private static JsonObject WriteScalar(ScalarShape shape, Member? member)
    {
        if (shape.Type == typeof(Secret) || member?.IsSecret == true) return Reference("secret");
        if (shape.Type == typeof(string))
        {
            string? pattern = member?.Conditions.OfType<RegularExpressionAttribute>().FirstOrDefault()?.Pattern;
            return pattern is null ? new JsonObject { ["type"] = Names(["string", "number", "boolean"]) }
                : OrReference(new JsonObject { ["type"] = "string", ["pattern"] = pattern });
        }
        if (shape.Type.IsEnum) return OrReference(new JsonObject { ["enum"] = Names(shape.Names) });
        if (shape.Type == typeof(bool)) return OrReference(new JsonObject { ["type"] = "boolean" });

        var number = new JsonObject { ["type"] = shape.Type == typeof(int) || shape.Type == typeof(long) ? "integer" : "number" };
        if (member?.Conditions.OfType<RangeAttribute>().FirstOrDefault() is { } range)
        {
            number["minimum"] = JsonValue.Create(range.Minimum);
            number["maximum"] = JsonValue.Create(range.Maximum);
        }
        return OrReference(number);
    }

    private JsonObject WriteDictionary(DictionaryShape shape, bool inList)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (shape.Value is ScalarShape) schema["patternProperties"] = new JsonObject { [SecretName.SchemaPattern] = Reference("secret") };
        schema["additionalProperties"] = Write(shape.Value, inList);
        return schema;
    }

    private JsonObject WriteRecord(RecordShape shape, bool inList)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = WriteMembers(shape, inList), ["additionalProperties"] = false };
        string[] required = [.. shape.Members.Where(m => m.IsRequired).Select(m => m.Key)];
        // Only items of lists stand complete in one place; other records may get a key from the defaults or an override.
        if (inList && required.Length > 0) schema["required"] = Names(required);
        return schema;
    }

    private JsonObject WriteMembers(RecordShape shape, bool inList)
    {
        var properties = new JsonObject();
        foreach (Member member in shape.Members) properties[member.Key] = WriteMember(member, inList);
        return properties;
    }

    private JsonObject WriteMember(Member member, bool inList)
    {
        JsonObject schema = Write(member.Shape, inList, member);
        if (member.IsNullable) schema = OrNull(schema);
        string? summary = member.Property is null ? null : _documentation?.Summary(member.Property);
        schema = Described(schema, summary);
        if (!member.IsRequired && member.Shape is ScalarShape && member.Default is not (null or "")) schema["default"] = DefaultOf(member.Default);
        return schema;
    }

    private JsonObject WriteChoice(ChoiceShape shape, bool inList)
    {
        var kinds = new JsonArray();
        foreach (var (name, record) in shape.Kinds)
        {
            JsonObject properties = WriteMembers(record, inList);
            kinds.Add(new JsonObject
            {
                ["if"] = new JsonObject
                {
                    ["properties"] = new JsonObject { [ChoiceShape.Key] = new JsonObject { ["const"] = name } },
                    ["required"] = Names([ChoiceShape.Key]),
                },
                ["then"] = new JsonObject
                {
                    ["properties"] = properties,
                    ["propertyNames"] = new JsonObject { ["enum"] = Names(record.Keys.Prepend(ChoiceShape.Key)) },
                },
            });
        }
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [ChoiceShape.Key] = OrReference(new JsonObject { ["enum"] = Names(shape.Kinds.Keys) }) },
            ["propertyNames"] = new JsonObject { ["enum"] = Names(shape.KeysOfAll) },
            ["allOf"] = kinds,
        };
    }

    private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    private static JsonObject OrReference(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, Reference("reference")) };

    private static JsonObject OrNull(JsonObject schema)
    {
        var nothing = new JsonObject { ["type"] = "null" };
        if (schema["anyOf"] is not JsonArray some) return new JsonObject { ["anyOf"] = new JsonArray(schema, nothing) };
        some.Add(nothing);
        return schema;
    }

    // Beside a $ref, draft 7 ignores every other word.
    private static JsonObject Described(JsonObject schema, string? text)
    {
        if (text is null) return schema;
        JsonObject described = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
        described["description"] = text;
        return described;
    }

    private static JsonValue DefaultOf(object value) => value switch
    {
        Enum name => JsonValue.Create(KeyName.Of(name.ToString())),
        bool truth => JsonValue.Create(truth),
        string text => JsonValue.Create(text),
        _ => JsonValue.Create(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)JsonValue.Create(name))]);
}
