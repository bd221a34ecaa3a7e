using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Tests.Catalogue;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>Random expressions over the columns of a relation. None of them fails, none makes a value of a size that chance decides.</summary>
/// <param name="choices">The decisions.</param>
/// <param name="altered">Exchanges calls, for tests of the suite itself; null to leave them.</param>
internal sealed class RandomValues(Choices choices, Func<Expression, Expression>? altered)
{
    // Their result is as long as a number says, and random numbers are long.
    private static readonly string[] AsLongAsAsked =
        ["repeat", "space", "lpad", "rpad", "array_repeat", "sequence", "array_insert", "format_number", "concat", "concat_ws", "flatten", "replace", "array_join"];

    private static readonly IReadOnlyList<Function> Safe =
    [
        .. FunctionCatalogue.All.Where(f => f is { Kind: FunctionKind.Scalar, CanFail: false } && NotCompared.Reason(f) is null && f.LambdaParameters is null
            && f is { Spark: not Rendering.RefusedRendering, DuckDb: not Rendering.RefusedRendering } && !AsLongAsAsked.Contains(f.Name)),
    ];

    /// <summary>A call that cannot fail; an error of the analysis when the arguments are not for it.</summary>
    public Expression Call(string name, params Seq<Expression> arguments)
    {
        var call = ExpressionBinder.Resolve(name, arguments);

        // Which rows are asked at all is each engine's own affair, so a text that is no number would fail on one and not on the other.
        if (call.Children.Any(c => c is Cast { Try: false, Of.Type: StringType, To: not (StringType or BinaryType) }))
        {
            throw new AnalysisException("CAST_INVALID_INPUT", $"{name} of a text");
        }

        return altered is null ? call : altered(call);
    }

    /// <summary>A call that was made elsewhere, the calls in it exchanged.</summary>
    public Expression Altered(Expression call) => altered is null ? call : Exchange(call);

    /// <summary>A condition.</summary>
    public Expression Condition(Relation over)
    {
        var (left, right) = (Value(over, 1), Value(over, 1));
        for (var tries = 0; tries < 4; tries++)
        {
            try
            {
                return choices.Next(6) switch
                {
                    0 => Call("isnull", left),
                    1 => Call("not", Call("isnull", left)),
                    var n when left.Type.Equals(right.Type) && Coercion.IsOrderable(left.Type) && n < 5 => Call(choices.Of(["=", "<", ">=", "<=>", ">", "<="]), left, right),
                    5 => Call(choices.Of(["or", "and"]), Call("isnull", left), Call("isnotnull", right)),
                    _ => Call("isnotnull", right),
                };
            }
            catch (SparkSqlException)
            {
                right = left;
            }
        }

        return Literal.True;
    }

    /// <summary>A value, calls in it standing in each other at most so deep.</summary>
    public Expression Value(Relation over, int depth)
    {
        if (depth == 0 || choices.Next(4) == 0)
        {
            return choices.Next(5) == 4 ? choices.Of(RandomLeaves.Constants) : choices.Of(over.Output);
        }

        for (var tries = 0; tries < 10; tries++)
        {
            try
            {
                var made = choices.Next(9) switch
                {
                    0 when Value(over, depth - 1) is var then => new CaseWhen([new CaseBranch(Condition(over), then)], choices.Maybe() ? then : null),
                    1 when Value(over, depth - 1) is { Type: AtomicType } value => new Cast(value, SqlTypes.String, choices.Maybe()),
                    2 when over.Output.FirstOrDefault(a => a.Type is StructType) is { Type: StructType row } of => new GetField(of, choices.Next(row.Fields.Count)),
                    3 when over.Output.FirstOrDefault(a => a.Type is ArrayType) is { } list => OverElements(list),
                    _ => Call(choices.Of(Safe).Name, Enumerable.Range(0, 1 + choices.Next(3)).Select(_ => Value(over, depth - 1)).ToSeq()),
                };

                // Mathematics of doubles differs in the last digit; rows that are grouped or joined by it would too.
                if (made.Type is not (DoubleType or FloatType or NullType))
                {
                    return made;
                }
            }
            catch (SparkSqlException)
            {
                // Other arguments, another function.
            }
        }

        return choices.Of(over.Output);
    }

    private Expression Exchange(Expression of) => altered!(of.Children.Count == 0 ? of : of.WithChildren(of.Children.Map(Exchange)));

    private Expression OverElements(Expression list)
    {
        var element = ((ArrayType)list.Type).ElementType;
        var variable = new LambdaVariable(new AttributeId(), "e", element, true);
        return choices.Next(3) switch
        {
            0 => Call("filter", list, new Lambda([variable], Call("isnotnull", variable))),
            1 => Call("transform", list, new Lambda([variable], Call("isnull", variable))),
            _ => Call("exists", list, new Lambda([variable], Call("isnull", variable))),
        };
    }
}
