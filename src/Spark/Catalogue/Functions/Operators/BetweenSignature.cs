using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>
/// <c>x BETWEEN low AND high</c>: two comparisons, each with casts of its own. The arguments come out as (x, low, high), or as
/// (x, low, x, high) when the two need x in different types.
/// </summary>
internal sealed class BetweenSignature : Signature
{
    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count != 3)
        {
            throw WrongCount(function, "3 arguments", arguments.Count);
        }

        var (x, low) = OperandCoercion.Coerce(">=", OperandRule.Comparison, arguments[0], arguments[1]);
        var (same, high) = OperandCoercion.Coerce("<=", OperandRule.Comparison, arguments[0], arguments[2]);
        Seq<Expression> resolved = x.Type.Equals(same.Type) ? [x, low, high] : [x, low, same, high];
        return new Resolution(resolved, SqlTypes.Boolean, resolved.Any(e => e.Nullable));
    }

    public override string Describe() => "(value, low, high)";
}
