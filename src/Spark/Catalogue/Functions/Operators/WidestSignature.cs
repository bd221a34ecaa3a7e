using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>Arguments that are cast to their common type, which is the result's.</summary>
internal sealed class WidestSignature(int minimum, Func<Seq<Expression>, DataType?> common, Func<Seq<Expression>, bool> nullable) : Signature
{
    public int Maximum { get; init; } = int.MaxValue;

    /// <summary>Whether the type must have an order.</summary>
    public bool Ordered { get; init; }

    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < minimum || arguments.Count > Maximum)
        {
            throw new AnalysisException(
                "WRONG_NUM_ARGS.WITHOUT_SUGGESTION", $"The function {function} takes {Describe()}, got {arguments.Count} argument(s).");
        }

        var type = common(arguments) ?? throw CommonTypes.Differ(function, arguments);
        if (Ordered && !Coercion.IsOrderable(type))
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.INVALID_ORDERING_TYPE", $"{function} compares types that have an order, found {type.SimpleString}.");
        }

        var cast = arguments.Map(a => Coercion.CastTo(a, type));
        return new Resolution(cast, type, nullable(cast));
    }

    public override string Describe() => Maximum == minimum ? $"{minimum} of one common type" : $"at least {minimum} of one common type";
}
