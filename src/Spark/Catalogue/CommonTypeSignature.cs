using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue;

/// <summary>Any number of arguments that are cast to their common type.</summary>
internal sealed class CommonTypeSignature(int minimum, Func<Seq<Expression>, bool>? nullable, Func<DataType, DataType>? result) : Signature
{
    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count < minimum)
        {
            throw WrongCount(function, Describe(), arguments.Count);
        }

        var type = Coercion.CommonType(arguments) ?? throw new AnalysisException(
            "DATATYPE_MISMATCH.DATA_DIFF_TYPES",
            $"The arguments of {function} must have one common type, found {string.Join(", ", arguments.Map(a => a.Type.SimpleString))}.");
        var cast = arguments.Map(a => Coercion.CastTo(a, type));
        return new Resolution(cast, result?.Invoke(type) ?? type, nullable?.Invoke(cast) ?? cast.Any(a => a.Nullable));
    }

    public override string Describe() => $"(at least {minimum} of one common type)";
}
