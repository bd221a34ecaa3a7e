using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary><c>from_json</c> for one schema: a struct, an array or a map.</summary>
internal sealed class JsonReading
{
    /// <summary>The options of <see cref="Leniency"/>.</summary>
    public static readonly string[] LeniencyOptions =
    [
        "allowComments", "allowUnquotedFieldNames", "allowSingleQuotes", "allowNumericLeadingZeros", "allowNonNumericNumbers",
        "allowBackslashEscapingAnyCharacter", "allowUnquotedControlChars",
    ];

    private static readonly string[] Options = ["mode", "columnNameOfCorruptRecord", .. LeniencyOptions, .. TimeFormats.Options];

    private readonly DataType schema;
    private readonly JsonLeniency leniency;
    private readonly ReadMode mode;
    private readonly Func<JsonNode, (JsonConversion.Fit Fit, object? Value)> convert;

    public JsonReading(DataType schema, IEnumerable<KeyValuePair<object, object?>> options)
    {
        this.schema = schema;
        var known = new TextOptions("from_json", options, Options);
        mode = ReadMode.Of("from_json", known, schema);
        leniency = Leniency(known);
        convert = new JsonConversion(new TimeFormats(known)).To(schema);
    }

    /// <summary>What the options allow beyond the standard.</summary>
    public static JsonLeniency Leniency(TextOptions options) => new()
    {
        AllowComments = options.Flag("allowComments", false),
        AllowUnquotedFieldNames = options.Flag("allowUnquotedFieldNames", false),
        AllowSingleQuotes = options.Flag("allowSingleQuotes", true),
        AllowNumericLeadingZeros = options.Flag("allowNumericLeadingZeros", false),
        AllowNonNumericNumbers = options.Flag("allowNonNumericNumbers", true),
        AllowBackslashEscapingAnyCharacter = options.Flag("allowBackslashEscapingAnyCharacter", false),
        AllowUnquotedControlChars = options.Flag("allowUnquotedControlChars", false),
    };

    /// <summary>The value; null of a blank text. A malformed text is a struct of nulls, a field that does not fit is null.</summary>
    public object? Read(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        var (fit, value) = JsonReader.TryRead(json, leniency) is { } node ? Root(node) : (JsonConversion.Fit.Not, null);
        if (fit != JsonConversion.Fit.Whole)
        {
            mode.Malformed(json);
        }

        if (schema is not StructType type)
        {
            return fit == JsonConversion.Fit.Not ? null : value;
        }

        var row = (object?[]?)value ?? new object?[type.Fields.Count];
        return fit == JsonConversion.Fit.Whole ? row : mode.Keep(json, row);
    }

    // One struct stands for an array of it; an array does not stand for a struct.
    private (JsonConversion.Fit Fit, object? Value) Root(JsonNode node) =>
        convert(schema is ArrayType { ElementType: StructType } && node is JsonNode.Object ? new JsonNode.Array([node]) : node);
}
