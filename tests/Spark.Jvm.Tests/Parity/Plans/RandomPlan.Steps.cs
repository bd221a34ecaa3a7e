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

/// <summary>The steps that take more than a line.</summary>
internal sealed partial class RandomPlan
{
    private static readonly string[] Aggregates = ["count", "sum", "min", "max", "avg", "count_if", "bool_or", "bool_and", "bit_xor", "bit_or"];
    private static readonly string[] Ranks = ["row_number", "rank", "dense_rank", "lag", "lead", "ntile", "percent_rank", "count", "min", "max", "sum"];

    private Relation Joined(Relation over)
    {
        var other = Fresh(choices.Of(RandomLeaves.All));
        var kind = choices.Of(Enum.GetValues<JoinKind>());
        if (kind == JoinKind.Cross)
        {
            return MayGrow(2) ? new Join(over, new Limit(Sorted(other), 2, 0), kind, null) : over;
        }

        var pairs = Pairs(over, other);
        if (pairs.Count == 0 || !MayGrow(RandomLeaves.Rows))
        {
            return over;
        }

        var (left, right) = choices.Of(pairs);
        return new Join(over, other, kind, values.Call(choices.Of(["=", "=", "<=>", "<", ">"]), left, right));
    }

    private Relation Together(Relation over)
    {
        var kind = choices.Of([SetOperationKind.Union, SetOperationKind.Intersect, SetOperationKind.Except]);
        return MayGrow(2) ? PlanBuilder.SetOperation(kind, choices.Maybe(), over, Fresh(new Filter(over, values.Condition(over)))) : over;
    }

    private Relation Group(Relation over, GroupingElementKind kind, IReadOnlyList<string>? functions = null)
    {
        var keys = over.Output.Where(a => Coercion.IsOrderable(a.Type) && choices.Maybe()).Take(2).Select(a => (ExpressionSyntax)new ExactSyntax(a)).ToList();
        if (keys.Count == 0 && kind != GroupingElementKind.Plain)
        {
            keys.Add(new ExactSyntax(over.Output[0]));
        }

        var elements = kind == GroupingElementKind.Plain
            ? keys.Select(k => new GroupingElementSyntax(kind, [[k]]))
            : [new GroupingElementSyntax(kind, keys.Select(k => new Seq<ExpressionSyntax>([k])).ToSeq())];
        var aggregates = Enumerable.Range(0, 1 + choices.Next(2))
            .Select(_ => (ExpressionSyntax)new AliasSyntax(new ExactSyntax(Aggregate(over, functions ?? Aggregates)), [$"a{names++}"]));
        return PlanBuilder.Aggregate(over, new GroupBySyntax(elements.ToSeq(), false), aggregates.ToSeq());
    }

    private Expression Aggregate(Relation over, IReadOnlyList<string> functions)
    {
        for (var tries = 0; tries < 6; tries++)
        {
            try
            {
                var call = (AggregateCall)values.Call(choices.Of(functions), choices.Of(over.Output));

                // Stock Spark fails over different maps without a name for it.
                var distinct = call.Function.Name is "count" or "sum" && Coercion.IsOrderable(call.Arguments[0].Type) && choices.Rarely(4);
                return call with { Distinct = distinct, Filter = choices.Rarely(4) ? values.Condition(over) : null };
            }
            catch (SparkSqlException)
            {
                // Not of this column.
            }
        }

        return values.Call("count", Literal.Of(1));
    }

    // Rows that are equal in all that is sorted by are equal, so it does not matter which of them comes first.
    private Relation OverWindow(Relation over)
    {
        var comparable = Comparable(over);
        var name = choices.Of(Ranks);
        Seq<Expression> arguments = name switch
        {
            "row_number" or "rank" or "dense_rank" or "percent_rank" => [],
            "ntile" => [Literal.Of(2)],
            _ => [choices.Of(comparable.Output)],
        };
        var call = values.Call(name, arguments);
        var partition = comparable.Output.Take(choices.Next(2)).Select(a => (Expression)a).ToSeq();
        var order = comparable.Output.Map(a => new SortOrder(a, choices.Maybe(), choices.Maybe()));
        var frame = call is AggregateCall && choices.Maybe()
            ? new WindowFrame(true, new FrameBound(FrameBoundKind.Preceding, Literal.Of(1)), new FrameBound(choices.Of([FrameBoundKind.CurrentRow, FrameBoundKind.UnboundedFollowing]), null))
            : null;
        return Project(comparable, comparable.Output.Select(a => (Expression)a).Append(Named(new WindowCall(call, partition, order, frame))));
    }

    private Relation Exploded(Relation over)
    {
        if (!MayGrow(RandomLeaves.Rows))
        {
            return over;
        }

        var list = over.Output.FirstOrDefault(a => a.Type is ArrayType or MapType) ?? values.Call("array", choices.Of(over.Output), choices.Of(over.Output));
        var call = (Call)values.Call(choices.Of(["explode", "explode_outer", "posexplode"]), list);
        return new Generate(over, call, PlanBuilder.IsOuter(call), PlanBuilder.GeneratedColumns(call, []));
    }

    private Relation Deduplicated(Relation over)
    {
        var keys = over.Output.Where(a => Coercion.IsOrderable(a.Type)).Take(1 + choices.Next(2)).ToSeq();
        return keys.Count == 0 ? over : Project(new Deduplicate(over, keys), keys.Select(a => (Expression)a));
    }

    private Persisted Cached(Relation over)
    {
        var kept = new PersistedRows();
        Kept.Add(kept);
        return new Persisted(over, kept);
    }

    private Expression Subquery(Relation over)
    {
        var other = Fresh(choices.Of(RandomLeaves.All));
        var pairs = Pairs(over, other);
        if (pairs.Count == 0)
        {
            return values.Condition(over);
        }

        var (left, right) = choices.Of(pairs);
        return choices.Next(3) switch
        {
            0 => new Exists(new Filter(other, values.Call("=", left, right))),
            1 => new InSubquery([left], new Project(other, [right])),
            _ => values.Call("<=>", left, new ScalarSubquery(new Project(new Limit(Sorted(Project(other, [right])), 1, 0), [right]))),
        };
    }

    private static List<(Attribute Left, Attribute Right)> Pairs(Relation left, Relation right) =>
        [.. left.Output.SelectMany(l => right.Output.Where(r => r.Type.Equals(l.Type) && Coercion.IsOrderable(l.Type)).Select(r => (l, r)))];
}
