using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary><c>x IN (a, b, ...)</c>: all are cast to their common type.</summary>
internal sealed class MembershipSignature : Signature
{
    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < 2)
        {
            throw WrongCount(function, "a value and a list", arguments.Count);
        }

        var type = CommonTypes.Wider(arguments) ?? throw CommonTypes.Differ(function, arguments);
        if (!Coercion.IsOrderable(type))
        {
            throw new AnalysisException("DATATYPE_MISMATCH.INVALID_ORDERING_TYPE", $"'in' compares types that have an order, found {type.SimpleString}.");
        }

        var cast = arguments.Map(a => Coercion.CastTo(a, type));
        return new Resolution(cast, SqlTypes.Boolean, cast.Any(a => a.Nullable));
    }

    public override string Describe() => "(value, value...)";
}
