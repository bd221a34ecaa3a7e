using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Strings;

/// <summary>A string, then a character, or null, for each kind of character; X, x, n and null where they are left out.</summary>
internal static class MaskSignature
{
    private static readonly Literal[] Defaults = [Literal.Of("X"), Literal.Of("x"), Literal.Of("n"), Literal.Null(SqlTypes.String)];
    private static readonly string[] Names = ["upperChar", "lowerChar", "digitChar", "otherChar"];

    public static Signature Instance { get; } = Signature.Custom("(string, [string], [string], [string], [string])", (function, arguments) =>
    {
        if (arguments.Count is < 1 or > 5)
        {
            throw Signature.WrongCount(function, "1 to 5 arguments", arguments.Count);
        }

        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Type is not (StringType or NullType))
            {
                throw Signature.WrongType(function, i, "string", arguments[i]);
            }

            if (i > 0 && Accepts.ConstantText(function, i, arguments[i]) is { } text && CodePoints.Count(text) != 1)
            {
                throw new AnalysisException(
                    "DATATYPE_MISMATCH.INPUT_SIZE_NOT_ONE", $"{Names[i - 1]} of {function} must be one character, found '{text}'.");
            }
        }

        Seq<Expression> all = [.. arguments.Map(a => Coercion.CastTo(a, SqlTypes.String)), .. Defaults.Skip(arguments.Count - 1)];
        return new Resolution(all, SqlTypes.String, true);
    });
}
