using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue;

/// <summary>
/// What the comparison of every function on the embedded engine and on Spark 3.5 and 4 says of one, in the words of docs/functions.md. The
/// comparison itself, Every_function_agrees_or_is_refused_by_name, needs a Spark.
/// </summary>
internal static class ComparedHow
{
    private static readonly Expression[] Arguments =
        [.. new DataType[] { SqlTypes.Double, SqlTypes.Float, SqlTypes.Integer, SqlTypes.String, SqlTypes.ArrayOf(SqlTypes.Double) }.Select(Some.Typed)];

    public static string Of(Function function) =>
        function.DuckDb is Rendering.RefusedRendering ? "refused on the embedded engine"
        : NotCompared.Reason(function) is { } reason ? $"not compared: {reason}"
        : GivesDoubles(function) ? "equal, doubles to 1e-12"
        : "equal";

    private static bool GivesDoubles(Function function) => function.LambdaParameters is null && Enumerable.Range(0, 4).Any(count => GivesDoubles(function, [], count));

    private static bool GivesDoubles(Function function, Seq<Expression> arguments, int count)
    {
        if (arguments.Count < count)
        {
            return Arguments.Any(a => GivesDoubles(function, arguments.Add(a), count));
        }

        try
        {
            return ExpressionBinder.Resolve(function.Name, arguments).Type is DoubleType or FloatType;
        }
        catch (SparkSqlException)
        {
            return false;
        }
    }
}
