using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>Groups and windows.</summary>
internal sealed partial class RandomPlan
{
    // Names that say that there is room for sums of a column of long numbers.
    private const string Total = "total";

    private const int LargestPrecision = 20;

    private static readonly string[] Adding = ["sum", "avg", "try_sum", "try_avg"];

    // Exact in whatever order the rows come.
    private static readonly string[] Aggregates =
        ["count", "sum", "min", "max", "avg", "count_if", "bool_or", "bool_and", "bit_xor", "bit_or", "bit_and", "try_sum", "try_avg", "max_by", "min_by", "regr_count"];

    // Doubles of these differ in their last digits, so nothing but the comparison may follow.
    private static readonly IReadOnlyList<string> AllAggregates = [.. PlanCalls.Compared.Where(f => f.Kind == FunctionKind.Aggregate).Select(f => f.Name)];

    private static readonly IReadOnlyList<string> OverWindows =
        [.. PlanCalls.Compared.Where(f => f.Kind == FunctionKind.Window).Select(f => f.Name), "count", "min", "max", "sum", "bit_and", "try_sum"];

    private Relation Group(Relation over, GroupingElementKind kind)
    {
        var keys = over.Output.Where(a => Coercion.IsOrderable(a.Type) && choices.Maybe()).Take(2).Select(a => (ExpressionSyntax)new ExactSyntax(a)).ToList();
        if (keys.Count == 0 && kind != GroupingElementKind.Plain)
        {
            keys.Add(new ExactSyntax(over.Output[0]));
        }

        var elements = kind == GroupingElementKind.Plain
            ? keys.Select(k => new GroupingElementSyntax(kind, [[k]]))
            : [new GroupingElementSyntax(kind, keys.Select(k => new Seq<ExpressionSyntax>([k])).ToSeq())];
        var aggregates = Enumerable.Range(0, 1 + choices.Next(4)).Select(_ => Called(Aggregate(over, choices.Of(Aggregates))));
        return PlanBuilder.Aggregate(over, new GroupBySyntax(elements.ToSeq(), false), aggregates.ToSeq());
    }

    // The aggregates whose turn it is. What is near nothing is taken for nothing, so that the last digits of doubles do not matter.
    private Relation Measured(Relation over, int turn)
    {
        const int Together = 10;
        var digits = new LiteralSyntax(6, SqlTypes.Integer);
        var keys = over.Output.Where(a => Coercion.IsOrderable(a.Type) && choices.Maybe()).Take(3).Select(k => new GroupingElementSyntax(GroupingElementKind.Plain, [[new ExactSyntax(k)]]));
        var aggregates = Enumerable.Range(0, Together).Select(i => Aggregate(over, AllAggregates[((turn * Together) + i) % AllAggregates.Count]))
            .Select(call => call.Type is DoubleType ? new AliasSyntax(new CallSyntax("round", [new ExactSyntax(call), digits]), [$"a{names++}"]) : Called(call));
        isMeasured = true;
        return PlanBuilder.Aggregate(over, new GroupBySyntax(keys.ToSeq(), false), aggregates.ToSeq());
    }

    private ExpressionSyntax Called(Expression call) =>
        new AliasSyntax(new ExactSyntax(call), [call.Type is LongType && call is AggregateCall { Function.Name: "count" or "sum" or "count_if" } ? $"{Total}{names++}" : $"a{names++}"]);

    private AggregateCall Aggregate(Relation over, string name)
    {
        var columns = over.Output.Where(a => ((Aggregates.Contains(name) && !Adding.Contains(name)) || HasRoom(a)) && Takes(name, a)).ToList();
        if (columns.Count == 0)
        {
            return (AggregateCall)values.Call("count", Literal.Of(1));
        }

        var (one, other) = (choices.Of(columns), choices.Of(columns));
        var call = (AggregateCall)values.Call(name, Arguments(name, one, other));

        // Stock Spark fails over different maps without a name for it.
        var distinct = name is "count" or "sum" && Coercion.IsOrderable(call.Arguments[0].Type) && choices.Rarely(4);
        return call with { Distinct = distinct, Filter = choices.Rarely(4) ? values.Condition(over) : null };
    }

    private bool Takes(string name, Attribute column)
    {
        try
        {
            return values.Call(name, Arguments(name, column, column)) is AggregateCall;
        }
        catch (SparkSqlException)
        {
            return false;
        }
    }

    private Seq<Expression> Arguments(string name, Attribute one, Attribute other) => name switch
    {
        // Rows that are equal in all that decides are equal in what is given.
        "max_by" or "min_by" => [one, values.Call("struct", one, other)],

        // In any order the same: of ones, and of nothing more.
        "product" => [values.Call("sign", one)],
        "percentile" => [one, new Literal(0.25, SqlTypes.Double)],
        "percentile_cont" or "percentile_disc" => [one, new Literal(0.75, SqlTypes.Double), Literal.True],
        "corr" => [one, other],
        _ when name.StartsWith("regr_", StringComparison.Ordinal) || name.StartsWith("covar_", StringComparison.Ordinal) => [one, other],
        _ => [one],
    };

    // Which of two numbers a sum overflows at depends on the order, and so do the last digits of doubles.
    private static bool HasRoom(Attribute column) => column.Type switch
    {
        ByteType or ShortType or IntegerType => true,
        LongType => column.Name == "id" || column.Name.StartsWith(Total, StringComparison.Ordinal),
        DecimalType number => number.Precision <= LargestPrecision,
        DoubleType => column.Name is "x",
        DayTimeIntervalType or YearMonthIntervalType => column.Name is "span" or "months",
        _ => false,
    };

    private Relation OverWindow(Relation over, string name)
    {
        // Stock Spark 3.5 has no FILTER over a window.
        Expression call = FunctionCatalogue.Get(name).Kind == FunctionKind.Aggregate ? Aggregate(over, name) with { Distinct = false, Filter = null } : values.Call(name, name switch
        {
            "lag" or "lead" => [choices.Of(over.Output)],
            "nth_value" => [choices.Of(over.Output), Literal.Of(2)],
            "ntile" => [Literal.Of(2)],
            _ => Seq<Expression>.Empty,
        });
        var partition = over.Output.Where(a => Coercion.IsOrderable(a.Type)).Take(choices.Next(2)).Select(a => (Expression)a).ToSeq();
        var frame = call is AggregateCall && choices.Maybe()
            ? new WindowFrame(true, new FrameBound(FrameBoundKind.Preceding, Literal.Of(1)), new FrameBound(choices.Of([FrameBoundKind.CurrentRow, FrameBoundKind.UnboundedFollowing]), null))
            : null;
        return Project(over, over.Output.Select(a => (Expression)a).Append(Named(new WindowCall(call, partition, Orders(over), frame))));
    }
}
