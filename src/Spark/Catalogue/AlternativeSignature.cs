using System.Runtime.ExceptionServices;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue;

/// <summary>Several signatures of one name.</summary>
internal sealed class AlternativeSignature(Signature[] alternatives) : Signature
{
    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        Resolution? withCasts = null;
        AnalysisException? first = null;
        foreach (var alternative in alternatives)
        {
            try
            {
                var resolution = alternative.Resolve(function, arguments);
                if (arguments.Zip(resolution.Arguments).All(pair => ReferenceEquals(pair.First, pair.Second)))
                {
                    return resolution;
                }

                withCasts ??= resolution;
            }
            catch (AnalysisException e)
            {
                // A type error of one alternative says more than a count error of another.
                first = first is null || first.ErrorClass.StartsWith("WRONG_NUM_ARGS", StringComparison.Ordinal) ? e : first;
            }
        }

        if (withCasts is null)
        {
            ExceptionDispatchInfo.Throw(first!);
        }

        return withCasts;
    }

    public override string Describe() => string.Join(" | ", alternatives.Select(a => a.Describe()));
}
