using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>JSON, CSV and URL texts. json_tuple is a generator.</summary>
internal static class JsonFunctions
{
    private const string Family = "json";
    private const string Why = "the embedded engine reads JSON and CSV texts in columns by other rules than Spark; read the files as JSON or CSV, or use the engine spark.";

    public static IEnumerable<Function> All =>
    [
        OnSpark("get_json_object", Signature.Of(Returns.String.MaybeNull(), Want.String, Want.String)),
        OnSpark("json_array_length", Signature.Of(Returns.Int.MaybeNull(), Want.String)),
        OnSpark("json_object_keys", Signature.Of(Returns.Type(SqlTypes.ArrayOf(SqlTypes.String)).MaybeNull(), Want.String)),
        OnSpark("to_json", Signature.Of(Returns.String, Want.OneOf(Want.Struct, Want.Array, Want.Map), Parameter.Option(Want.Map))),
        OnSpark("from_json", Parsed("from_json")),
        OnSpark("schema_of_json", Signature.Of(Returns.String, Want.Constant(Want.String), Parameter.Option(Want.Map))),
        OnSpark("to_csv", Signature.Of(Returns.String, Want.Struct, Parameter.Option(Want.Map))),
        OnSpark("from_csv", Parsed("from_csv")),
        OnSpark("schema_of_csv", Signature.Of(Returns.String, Want.Constant(Want.String), Parameter.Option(Want.Map))),
    ];

    private static Function OnSpark(string name, Signature signature) =>
        ScalarEntry.Of(Family, name, signature, Rendering.Refused(Why));

    // The result is what the schema, a constant text, says: a type, or the columns of a struct.
    private static Signature Parsed(string name) => Signature.Custom("(string, constant string [, map])", (_, arguments) =>
    {
        if (arguments.Count is < 2 or > 3)
        {
            throw Signature.WrongCount(name, "(string, constant string [, map])", arguments.Count);
        }

        if (arguments[1] is not Literal { Value: string schema })
        {
            throw Signature.WrongType(name, 1, "a constant schema", arguments[1]);
        }

        var text = Coercion.ImplicitCast(arguments[0], SqlTypes.String) ?? throw Signature.WrongType(name, 0, "a string", arguments[0]);
        return new Resolution([Coercion.CastTo(arguments[0], text), .. arguments.Skip(1)], SchemaOf(schema), true);
    });

    private static DataType SchemaOf(string text)
    {
        try
        {
            return SparkSqlParser.ParseDataType(text);
        }
        catch (AnalysisException)
        {
            return SparkSqlParser.ParseSchema(text);
        }
    }
}
