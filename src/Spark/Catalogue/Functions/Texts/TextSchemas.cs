using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Texts;

/// <summary>The constant schema and options that functions of JSON and CSV take.</summary>
internal static class TextSchemas
{
    private static readonly MapType OptionsType = SqlTypes.MapOf(SqlTypes.String, SqlTypes.String);

    /// <summary>The type that a constant text names: SQL's <c>a int, b string</c> or <c>array&lt;int&gt;</c>, or JSON.</summary>
    public static DataType Schema(string function, int index, Expression argument)
    {
        if (!ConstantValue.TryEvaluate(argument, out var value) || value is not string text)
        {
            throw new AnalysisException(
                "INVALID_SCHEMA.NON_STRING_LITERAL", $"Argument {index + 1} of {function} must be a constant text of a schema, such as 'a INT, b STRING'.");
        }

        return NullableTypes.Of(Parse(text));
    }

    /// <summary>The entries of a constant map of strings, none when there is no such argument.</summary>
    public static IReadOnlyList<KeyValuePair<object, object?>> Options(string function, Seq<Expression> arguments, int index)
    {
        if (arguments.Count <= index)
        {
            return [];
        }

        var argument = arguments[index];
        if (argument.Type is not MapType map || CastRules.Check(map.KeyType, SqlTypes.String) is not null)
        {
            throw new AnalysisException("INVALID_OPTIONS.NON_MAP_FUNCTION", $"The options of {function} must be a map() of strings, found {argument.Type.SimpleString}.");
        }

        return ConstantValue.TryEvaluate(Coercion.CastTo(argument, OptionsType), out var value) && value is KeyValuePair<object, object?>[] entries
            ? entries
            : throw new AnalysisException("INVALID_OPTIONS.NON_STRING_TYPE", $"The options of {function} must be constant strings.");
    }

    /// <summary>The text of a constant argument.</summary>
    public static string Example(string function, Expression argument) =>
        argument.Type is not (StringType or NullType) ? throw Signature.WrongType(function, 0, "string", argument)
        : !ConstantValue.TryEvaluate(argument, out var value)
            ? throw new AnalysisException("DATATYPE_MISMATCH.NON_FOLDABLE_INPUT", $"The text of {function} must be constant, known before the query runs.")
        : value as string
            ?? throw new AnalysisException("DATATYPE_MISMATCH.UNEXPECTED_NULL", $"The text of {function} must not be null.");

    private static DataType Parse(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("{") || text.AsSpan().TrimStart().StartsWith("\""))
        {
            return DataType.ParseDataType(text);
        }

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
