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
    private static readonly IReadOnlyList<string> Generators = [.. PlanCalls.Compared.Where(f => f.Kind == FunctionKind.Generator).Select(f => f.Name)];

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

    private Relation Exploded(Relation over, string name)
    {
        if (!MayGrow(RandomLeaves.Rows))
        {
            return over;
        }

        var (one, other) = (choices.Of(over.Output), choices.Of(over.Output));
        var call = (Call)values.Call(name, name switch
        {
            "inline" or "inline_outer" => [over.Output.FirstOrDefault(a => a.Type is ArrayType { ElementType: StructType }) ?? values.Call("array", values.Call("struct", one, other))],
            "stack" => [Literal.Of(2), one, other, one],
            "json_tuple" => [over.Output.FirstOrDefault(a => a.Type is StringType) ?? (Expression)Literal.Of("{\"a\": 1}"), Literal.Of("a")],
            _ => [over.Output.FirstOrDefault(a => a.Type is ArrayType or MapType) ?? values.Call("array", one, other)],
        });
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
