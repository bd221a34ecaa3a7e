using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Calls: functions, aggregates, windows, lambdas.</summary>
internal sealed partial class ExpressionBinder
{
    private Expression BindCall(CallSyntax call)
    {
        var function = call.Name.StartsWith('$') ? null : FunctionCatalogue.TryFind(call.Name);
        if (function is null)
        {
            throw Unknown(call.Name, call.At);
        }

        var arguments = BindArguments(function, call);
        Refuse(call, function, call.WithinGroup.Count > 0 && function.OrderedArguments is null, "WITHIN GROUP");
        if (call.WithinGroup.Count > 0)
        {
            arguments = function.OrderedArguments!(arguments, call.WithinGroup.Map(BindSort));
        }

        var resolution = BindingError.Pointing(call.At, () => function.Signature.Resolve(call.Name, arguments));
        if (function.Kind != FunctionKind.Aggregate)
        {
            Refuse(call, function, call.Distinct, "DISTINCT");
            Refuse(call, function, call.Filter is not null, "FILTER");
            Refuse(call, function, call.IgnoreNulls is not null && !function.AcceptsIgnoreNulls, "IGNORE NULLS");
            return new Call(function, resolution.Arguments, resolution.Type, resolution.Nullable) { IgnoreNulls = call.IgnoreNulls == true };
        }

        Refuse(call, function, call.IgnoreNulls is not null && !function.AcceptsIgnoreNulls, "IGNORE NULLS");
        return new AggregateCall(function, resolution.Arguments, resolution.Type, resolution.Nullable)
        {
            Distinct = call.Distinct,
            IgnoreNulls = call.IgnoreNulls == true,
            Filter = call.Filter is null ? null : BindCondition(call.Filter, "FILTER"),
        };
    }

    private static void Refuse(CallSyntax call, Function function, bool written, string clause)
    {
        if (written)
        {
            throw BindingError.At(
                call.At, "INVALID_SQL_SYNTAX.FUNCTION_WITH_UNSUPPORTED_SYNTAX", $"{clause} has no meaning for the function {function.Name}.");
        }
    }

    private Seq<Expression> BindArguments(Function function, CallSyntax call)
    {
        if (function.Name == "count" && call.Arguments is [StarSyntax { Qualifier.Count: 0 }])
        {
            return [Literal.Of(1)];
        }

        var written = call.Arguments.SelectMany(a => a is StarSyntax star
            ? scope.Expand(star).Select(e => (Syntax: (ExpressionSyntax)star, Bound: (Expression?)e))
            : [(Syntax: a, Bound: null)]).ToArray();
        var bound = new Expression?[written.Length];
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i].Syntax is not LambdaSyntax)
            {
                var argument = written[i].Bound ?? Bind(written[i].Syntax);

                // The names of a struct's fields are those of its arguments; elsewhere a name inside a call says nothing.
                bound[i] = argument is Alias alias && function.Name != "struct" ? alias.Of : argument;
            }
        }

        for (var i = 0; i < written.Length; i++)
        {
            if (written[i].Syntax is LambdaSyntax lambda)
            {
                bound[i] = BindLambda(function, lambda, i, bound);
            }
        }

        return bound.Select(b => b!).ToSeq();
    }

    private Lambda BindLambda(Function function, LambdaSyntax lambda, int index, Expression?[] bound)
    {
        var types = function.LambdaParameters?.Invoke(bound.OfType<Expression>().Where(b => b is not Lambda).ToSeq(), index, lambda.Parameters.Count);
        if (types is null || types.Count != lambda.Parameters.Count)
        {
            throw BindingError.At(
                lambda.At,
                types is null ? "INVALID_LAMBDA_FUNCTION_CALL.NON_HIGHER_ORDER_FUNCTION" : "INVALID_LAMBDA_FUNCTION_CALL.NUM_ARGS_MISMATCH",
                types is null
                    ? $"The function {function.Name} takes no lambda as argument {index + 1}."
                    : $"The lambda of {function.Name} has {lambda.Parameters.Count} parameter(s), expected {types.Count}.");
        }

        var variables = lambda.Parameters
            .Zip(types, (name, type) => new LambdaVariable(new AttributeId(), name, type.Type, type.Nullable)).ToSeq();
        return new Lambda(variables, new ExpressionBinder(scope.WithVariables(variables)).Bind(lambda.Body));
    }

    private WindowCall BindOver(OverSyntax over)
    {
        var window = over.Window;
        if (window.Name is not null)
        {
            if (scope.Windows is null || !scope.Windows.TryGetValue(window.Name, out var named))
            {
                throw BindingError.At(over.At, "MISSING_WINDOW_SPECIFICATION", $"There is no window '{window.Name}' in the WINDOW clause.");
            }

            window = named;
        }

        var function = Bind(over.Function);
        if (function is not AggregateCall and not Call { Function.Kind: FunctionKind.Window })
        {
            throw BindingError.At(
                over.At, "UNSUPPORTED_EXPR_FOR_WINDOW", $"{SyntaxPrinter.Print(over.Function)} is no aggregate and no window function, so OVER has no meaning.");
        }

        if (function is AggregateCall { Distinct: true } distinct)
        {
            throw BindingError.At(
                over.At, "DISTINCT_WINDOW_FUNCTION_UNSUPPORTED", $"DISTINCT has no meaning over a window: {distinct.Function.Name}. Count or sum distinct values in a grouping.");
        }

        var order = window.OrderBy.Map(BindSort);
        if (function is Call call && order.Count == 0)
        {
            throw BindingError.At(
                over.At, "WINDOW_FUNCTION_WITHOUT_ORDER_BY", $"The window function {call.Function.Name} needs an ORDER BY in its window.");
        }

        return new WindowCall(function, window.PartitionBy.Map(Bind), order, window.Frame is null ? null : BindFrame(window.Frame, order, over.At));
    }

    private WindowFrame BindFrame(FrameSyntax frame, Seq<SortOrder> order, Positioned at)
    {
        var target = frame.Rows ? SqlTypes.Integer : order.Count == 1 ? order[0].Of.Type : null;
        var (start, end) = (Bound(frame.Start), Bound(frame.End));
        return Place(start) <= Place(end) ? new WindowFrame(frame.Rows, start, end) : throw BindingError.At(
            at, "DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_WRONG_COMPARISON", "The window frame ends before it starts.");

        FrameBound Bound(FrameBoundSyntax bound)
        {
            if (bound.Offset is null)
            {
                return new FrameBound(bound.Kind, null);
            }

            if (target is null)
            {
                throw BindingError.At(at, "DATATYPE_MISMATCH.RANGE_FRAME_MULTI_ORDER", "RANGE with an offset needs exactly one ORDER BY expression.");
            }

            var offset = Bind(bound.Offset);
            if (!frame.Rows && !IsDistance(offset.Type, target))
            {
                throw BindingError.At(
                    at, "DATATYPE_MISMATCH.RANGE_FRAME_INVALID_TYPE", $"A {offset.Type.SimpleString} is no distance between values of {target.SimpleString}.");
            }

            return offset is Literal literal
                ? new FrameBound(bound.Kind, literal)
                : throw BindingError.At(at, "DATATYPE_MISMATCH.SPECIFIED_WINDOW_FRAME_WITHOUT_FOLDABLE", "The bound of a window frame must be a constant.");
        }
    }

    private static bool IsDistance(DataType offset, DataType of) => of switch
    {
        NumericType => offset is NumericType,
        DateType => offset is ByteType or ShortType or IntegerType or YearMonthIntervalType,
        TimestampType or TimestampNtzType => offset is DayTimeIntervalType or YearMonthIntervalType,
        _ => offset == of,
    };

    // Where a bound lies, as far as that is known without the rows.
    private static double Place(FrameBound bound) => bound switch
    {
        { Kind: FrameBoundKind.UnboundedPreceding } => double.NegativeInfinity,
        { Kind: FrameBoundKind.UnboundedFollowing } => double.PositiveInfinity,
        { Kind: FrameBoundKind.Preceding } => -Distance(bound.Offset),
        { Kind: FrameBoundKind.Following } => Distance(bound.Offset),
        _ => 0,
    };

    private static double Distance(Literal? offset) => offset?.Value switch
    {
        DecimalValue value => (double)value.Unscaled * Math.Pow(10, -value.Scale),
        IConvertible value and not string => value.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
        _ => 0,
    };
}
