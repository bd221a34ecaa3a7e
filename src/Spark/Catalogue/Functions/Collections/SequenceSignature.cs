using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>Start, stop and perhaps a step: whole numbers of one type, or dates or timestamps with an interval.</summary>
internal sealed class SequenceSignature : Signature
{
    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count is < 2 or > 3)
        {
            throw WrongCount(function, Describe(), arguments.Count);
        }

        var numbers = arguments.All(a => a.Type is IntegralType or NullType);
        var type = Coercion.CommonType(numbers ? arguments : arguments.Take(2));
        var resolved = (type, numbers) switch
        {
            (IntegralType, true) => arguments.Map(a => Coercion.CastTo(a, type)),
            (DateType or TimestampType or TimestampNtzType, false) when arguments.Take(2).All(a => a.Type is not StringType) =>
                [Coercion.CastTo(arguments[0], type), Coercion.CastTo(arguments[1], type), .. arguments.Skip(2)],
            _ => throw Wrong(function, arguments),
        };
        if (!numbers && resolved.Count == 3 && resolved[2].Type is not (DayTimeIntervalType or YearMonthIntervalType))
        {
            throw Wrong(function, arguments);
        }

        return new Resolution(resolved, SqlTypes.ArrayOf(type!, containsNull: false), resolved.Any(a => a.Nullable));
    }

    public override string Describe() => "(start, stop [, step])";

    private static AnalysisException Wrong(string function, Seq<Expression> arguments) => new(
        "DATATYPE_MISMATCH.SEQUENCE_WRONG_INPUT_TYPES",
        $"{function} takes whole numbers of one type, or dates or timestamps with an interval as step, found {string.Join(", ", arguments.Map(a => a.Type.SimpleString))}.");
}
