using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>Two operands of one type: comparisons, logic, bit operators.</summary>
/// <param name="rule">Which operands are taken.</param>
/// <param name="result">The result's type; null when it is the operands' own.</param>
/// <param name="neverNull">Whether null operands give a value too: <c>&lt;=&gt;</c>.</param>
internal sealed class OperandSignature(OperandRule rule, DataType? result = null, bool neverNull = false) : Signature
{
    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count != 2)
        {
            throw WrongCount(function, "2 arguments", arguments.Count);
        }

        var (left, right) = OperandCoercion.Coerce(function, rule, arguments[0], arguments[1]);
        return new Resolution([left, right], result ?? left.Type, !neverNull && (left.Nullable || right.Nullable));
    }

    public override string Describe() => $"two of one type, {rule.Wanted}";
}
