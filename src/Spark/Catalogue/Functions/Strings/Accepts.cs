using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Strings;

/// <summary>What parameters of string functions take, where it is not the same for every function.</summary>
internal static class Accepts
{
    /// <summary>A string, and nothing that would have to become one.</summary>
    public static readonly TypeRule OnlyString = new("string", e => e.Type is StringType or NullType ? SqlTypes.String : null);

    /// <summary>A binary, or a string as its bytes.</summary>
    public static readonly TypeRule Binary = new("binary", e => e.Type is BinaryType or StringType or NullType ? SqlTypes.Binary : null);

    /// <summary>A binary as it is; anything else that is atomic as a string.</summary>
    public static readonly TypeRule StringOrBinary = new(
        "string or binary", e => e.Type is BinaryType ? SqlTypes.Binary : Takes.String.Coerce(e));

    /// <summary>A number of any type.</summary>
    public static readonly TypeRule OnlyNumber = new("a number", e => e.Type is NumericType ? e.Type : e.Type is NullType ? SqlTypes.Double : null);

    /// <summary>The text of a constant argument; null for a null.</summary>
    public static string? ConstantText(string function, int index, Expression argument) =>
        ConstantValue.TryEvaluate(argument, out var value) ? value as string : throw Constants.NotConstant(function, index, "a constant string");
}
