using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>The operands of an arithmetic operator: numbers, or dates, timestamps and intervals.</summary>
/// <param name="operation">The operator.</param>
/// <param name="orNull">A value that cannot be computed is null instead of an error: the <c>try_</c> functions.</param>
internal sealed class ArithmeticSignature(ArithmeticOperation operation, bool orNull = false) : Signature
{
    public override Resolution Resolve(string function, Seq<Expression> arguments)
    {
        if (arguments.Count != 2)
        {
            throw WrongCount(function, "2 arguments", arguments.Count);
        }

        var (left, right) = (arguments[0], arguments[1]);
        var resolution = DatetimeOperands.Resolve(operation, left, right);
        if (resolution is null)
        {
            // A string takes on the type of a date next to it, and the two are then looked at again.
            (left, right) = OperandCoercion.Adapt(operation.Rule, left, right);
            resolution = DatetimeOperands.Resolve(operation, left, right) ?? Numbers(left, right);
        }

        return orNull
            ? resolution with { Arguments = Seq.Create<Expression>([Forgiving(arguments[0], resolution.Arguments[0]), Forgiving(arguments[1], resolution.Arguments[1])]), Nullable = true }
            : resolution;
    }

    public override string Describe() => "(number, number), (date, int), (date or timestamp, interval), (interval, interval or number)";

    private Resolution Numbers(Expression left, Expression right)
    {
        (left, right) = OperandCoercion.Coerce(operation.Symbol, operation.Rule, left, right);
        var type = (left.Type, right.Type) switch
        {
            _ when operation.Rule.WholeNumbersToLong => SqlTypes.Long,
            (DecimalType l, DecimalType r) => operation.DecimalResult(l, r),
            _ => left.Type,
        };
        return new Resolution([left, right], type, left.Nullable || right.Nullable);
    }

    // try_add('x', 1): the cast that coercion put in is inside the attempt.
    private static Expression Forgiving(Expression written, Expression coerced) =>
        coerced is Cast { Try: false } cast && ReferenceEquals(cast.Of, written) && written.Type is StringType ? cast with { Try = true } : coerced;
}
