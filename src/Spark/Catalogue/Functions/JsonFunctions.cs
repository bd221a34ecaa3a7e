using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Functions.Strings;
using SparkEtl.Spark.Catalogue.Functions.Texts;
using SparkEtl.Spark.Catalogue.Kernels.Formats;
using SparkEtl.Spark.Catalogue.Kernels.Json;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>JSON and CSV inside of a column.</summary>
internal static class JsonFunctions
{
    private const string Family = "json";

    public static IEnumerable<Function> All =>
    [
        ScalarEntry.Of(
            Family,
            "get_json_object",
            Signature.Of(Returns.String.MaybeNull(), Accepts.OnlyString, Accepts.OnlyString),
            Rendering.Kernel(_ => new Kernel(new JsonExtraction().Extract))),
        ScalarEntry.Of(
            Family, "json_array_length", Signature.Of(Returns.Int.MaybeNull(), Accepts.OnlyString), Rendering.Kernel(JsonShape.ArrayLength)),
        ScalarEntry.Of(
            Family,
            "json_object_keys",
            Signature.Of(Returns.Type(SqlTypes.ArrayOf(SqlTypes.String)).MaybeNull(), Accepts.OnlyString),
            Rendering.Kernel(JsonShape.Keys)),
        ScalarEntry.Of(Family, "from_json", Signature.Custom("(string, constant schema, [constant options])", Read), Rendering.Rewrite(WriteRead), canFail: true),
        ScalarEntry.Of(Family, "to_json", Signature.Custom("(struct, array or map, [constant options])", Write), Rendering.Rewrite(WriteWrite)),
        ScalarEntry.Of(
            Family,
            "schema_of_json",
            Signature.Custom("(constant string, [constant options])", Schema),
            Rendering.Rewrite((arguments, _) => Literal.Of(SchemaText("schema_of_json", arguments)))),
        .. CsvFunctions.All,
    ];

    private static Resolution Read(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 2 or > 3)
        {
            throw Signature.WrongCount(function, "2 or 3 arguments", arguments.Count);
        }

        if (arguments[0].Type is not (StringType or NullType))
        {
            throw Signature.WrongType(function, 0, "string", arguments[0]);
        }

        var type = TextSchemas.Schema(function, 1, arguments[1]);
        if (type is not (StructType or ArrayType or MapType))
        {
            throw new AnalysisException("DATATYPE_MISMATCH.INVALID_JSON_SCHEMA", $"The schema of {function} must be a struct, an array or a map, found {type.SimpleString}.");
        }

        if (type is MapType { KeyType: not StringType } map)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.INVALID_JSON_MAP_KEY_TYPE", $"The keys of a map in JSON are strings, found {map.KeyType.SimpleString}.");
        }

        _ = new JsonReading(type, TextSchemas.Options(function, arguments, 2));
        return new Resolution([Coercion.CastTo(arguments[0], SqlTypes.String), .. arguments.Skip(1)], type, true);
    }

    private static Call WriteRead(Seq<Expression> arguments, DataType type)
    {
        var reading = new JsonReading(type, TextSchemas.Options("from_json", arguments, 2));
        return Primitive.Kernel("read json", ByType(type, reading)).Call(type, arguments[0]);
    }

    // Kernels say the type they give.
    private static Delegate ByType(DataType type, JsonReading reading) => type is MapType
        ? (string json) => (KeyValuePair<object, object?>[]?)reading.Read(json)
        : (string json) => (object?[]?)reading.Read(json);

    private static Resolution Write(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 1 or > 2)
        {
            throw Signature.WrongCount(function, "1 or 2 arguments", arguments.Count);
        }

        if (arguments[0].Type is not (StructType or ArrayType or MapType or NullType))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.INVALID_JSON_SCHEMA", $"{function} writes structs, arrays and maps, found {arguments[0].Type.SimpleString}.");
        }

        _ = new JsonWriting(arguments[0].Type, TextSchemas.Options(function, arguments, 1));
        return new Resolution(arguments, SqlTypes.String, true);
    }

    private static Expression WriteWrite(Seq<Expression> arguments, DataType type)
    {
        if (arguments[0].Type is NullType)
        {
            return TypedNull.Of(type);
        }

        var writing = new JsonWriting(arguments[0].Type, TextSchemas.Options("to_json", arguments, 1));
        return Primitive.Kernel("write json", writing.Write).Call(type, arguments[0]);
    }

    private static Resolution Schema(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 1 or > 2)
        {
            throw Signature.WrongCount(function, "1 or 2 arguments", arguments.Count);
        }

        _ = SchemaText(function, arguments);
        return new Resolution(arguments, SqlTypes.String, false);
    }

    private static string SchemaText(string function, Seq<Expression> arguments)
    {
        var json = TextSchemas.Example(function, arguments[0]);
        var options = new TextOptions(function, TextSchemas.Options(function, arguments, 1), [.. JsonSchema.Options, .. JsonReading.LeniencyOptions, .. TimeFormats.Options]);
        var node = JsonReader.TryRead(json, JsonReading.Leniency(options));
        return node is null && !string.IsNullOrWhiteSpace(json)
            ? throw new AnalysisException("MALFORMED_RECORD_IN_PARSING", $"The text of {function} is not JSON: {json}")
            : SchemaSql.Of(JsonSchema.Rooted(new JsonSchema(options).Infer(node ?? JsonNode.Null.Instance)));
    }
}
