using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Joins.</summary>
internal static partial class PlanBuilder
{
    /// <summary>The kind of join a text such as <c>left_outer</c> names.</summary>
    /// <exception cref="AnalysisException">The text names none.</exception>
    public static JoinKind ParseJoinKind(string text) => text.ToLowerInvariant().Replace("_", string.Empty, StringComparison.Ordinal) switch
    {
        "inner" => JoinKind.Inner,
        "cross" => JoinKind.Cross,
        "left" or "leftouter" => JoinKind.LeftOuter,
        "right" or "rightouter" => JoinKind.RightOuter,
        "full" or "outer" or "fullouter" => JoinKind.FullOuter,
        "semi" or "leftsemi" => JoinKind.LeftSemi,
        "anti" or "leftanti" => JoinKind.LeftAnti,
        _ => throw new AnalysisException(
            "UNSUPPORTED_JOIN_TYPE",
            $"'{text}' is not a join type. Types: inner, cross, outer, full, full_outer, left, left_outer, right, right_outer, semi, left_semi, anti, left_anti."),
    };

    /// <summary>A join on a condition; null joins every row with every row.</summary>
    public static Relation Join(
        Relation left, Relation right, JoinKind kind, ExpressionSyntax? on, QueryBinder? queries = null, Scope? outer = null, bool lateral = false)
    {
        var other = Distinguish(left, right);
        if (on is null)
        {
            return new Join(left, other, kind, kind is JoinKind.Inner or JoinKind.Cross ? null : Literal.True, lateral);
        }

        var scope = new Scope(left, other) { Queries = queries, Outer = outer };
        var condition = new ExpressionBinder(scope).BindCondition(Sides(on, left, right, other), "A join condition");
        _ = Refuse(condition, "a join condition");
        return new Join(left, other, kind == JoinKind.Cross ? JoinKind.Inner : kind, condition, lateral);
    }

    /// <summary>A join on columns both sides have; each of them comes out once, first.</summary>
    public static Relation JoinUsing(Relation left, Relation right, JoinKind kind, Seq<string> names)
    {
        var other = Distinguish(left, right);
        var pairs = names.Map(n => (Left: Single(left, n, "left"), Right: Single(other, n, "right")));
        var condition = pairs
            .Map(p => ExpressionBinder.Resolve("=", [p.Left, p.Right]))
            .Aggregate((Expression?)null, (all, next) => all is null ? next : ExpressionBinder.Resolve("and", [all, next]));
        var joined = new Join(left, other, kind == JoinKind.Cross ? JoinKind.Inner : kind, condition);
        if (kind is JoinKind.LeftSemi or JoinKind.LeftAnti)
        {
            return new Project(joined, pairs.Map(p => (Expression)p.Left).AddRange(left.Output.Where(a => !pairs.Any(p => p.Left.Equals(a)))));
        }

        var keys = pairs.Map(p => kind switch
        {
            JoinKind.RightOuter => p.Right,
            JoinKind.FullOuter => Alias.New(ExpressionBinder.Resolve("coalesce", [Of(p.Left), Of(p.Right)]), p.Left.Name),
            _ => (Expression)p.Left,
        });
        var rest = joined.Output.Where(a => !pairs.Any(p => p.Left.Equals(a) || p.Right.Equals(a)));
        return new Project(joined, keys.AddRange(rest));

        Attribute Of(Attribute side) => joined.Output.First(a => a.Equals(side));
    }

    /// <summary>A join on all columns of one name.</summary>
    public static Relation JoinNatural(Relation left, Relation right, JoinKind kind)
    {
        var names = left.Output.Where(l => right.Output.Any(r => Same(l.Name, r.Name))).Select(l => l.Name).ToSeq();
        return names.Count == 0 ? Join(left, right, kind, on: null) : JoinUsing(left, right, kind, names);
    }

    // The right side with new ids for the columns that the left side has too.
    private static Relation Distinguish(Relation left, Relation right)
    {
        var ids = left.Output.Select(a => a.Id).ToHashSet();
        return right.Output.Any(a => ids.Contains(a.Id))
            ? new Project(right, right.Output.Map(a => (Expression)new Alias(a, a.Name, new AttributeId()) { Qualifier = a.Qualifier })) { Relabels = true }
            : right;
    }

    // In a self join df["k"] == df["k"] compares the two sides, as in Spark.
    private static ExpressionSyntax Sides(ExpressionSyntax on, Relation left, Relation right, Relation relabelled)
    {
        if (ReferenceEquals(right, relabelled) || on is not CallSyntax call)
        {
            return on;
        }

        if (call.Name is "=" or "<=>" && call.Arguments is [BoundSyntax a, BoundSyntax b] && a.Attribute.Equals(b.Attribute))
        {
            var inLeft = left.Output.FirstOrDefault(c => c.Equals(a.Attribute));
            var inRight = Enumerable.Range(0, right.Output.Count).Where(i => right.Output[i].Equals(a.Attribute)).Select(i => relabelled.Output[i]).FirstOrDefault();
            return inLeft is null || inRight is null ? on : call with { Arguments = [new ExactSyntax(inLeft), new ExactSyntax(inRight)] };
        }

        return call.Name is "and" or "or" ? call with { Arguments = call.Arguments.Map(x => Sides(x, left, right, relabelled)) } : on;
    }

    private static Attribute Single(Relation side, string name, string which)
    {
        var found = side.Output.Where(a => Same(a.Name, name)).Distinct().ToArray();
        return found.Length switch
        {
            1 => found[0],
            0 => throw new AnalysisException(
                "UNRESOLVED_USING_COLUMN_FOR_JOIN",
                $"The {which} side of the join has no column '{name}'; its columns: {string.Join(", ", side.Output.Map(a => a.Name))}."),
            _ => throw new AnalysisException("AMBIGUOUS_REFERENCE", $"The {which} side of the join has {found.Length} columns '{name}'."),
        };
    }
}
