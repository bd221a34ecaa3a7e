using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>One boundary to compute: an observed relation, a persisted one, or an observed one whose rows are kept for a persisted one.</summary>
/// <param name="Boundary">The relation whose rows go into a table.</param>
/// <param name="Persisted">For whom they are kept; null to drop them with the run.</param>
/// <param name="Kept">The positions of the boundary's columns that are used; null for all.</param>
internal sealed record BoundaryStep(Relation Boundary, Persisted? Persisted, IReadOnlySet<int>? Kept)
{
    /// <summary>The step for a boundary; null for another relation.</summary>
    public static BoundaryStep? Of(Relation relation) => relation switch
    {
        Observe observe => new BoundaryStep(observe, null, null),
        Persisted persisted => Observed(persisted) is { } observe
            ? new BoundaryStep(observe, persisted, Used(persisted, observe))
            : new BoundaryStep(persisted, persisted, null),
        _ => null,
    };

    /// <summary>The table of that name for it.</summary>
    public BoundaryTable Table(string name) => new(name, Kept);

    // The observed relation under a persisted one, when only filters and projections that may run again at each use lie between.
    private static Observe? Observed(Persisted persisted)
    {
        var relation = persisted.Input;
        while (true)
        {
            switch (relation)
            {
                case Observe observe:
                    return observe;
                case Filter or Project when SubqueriesOf.Expressions(relation).All(Repeatable):
                    relation = relation.Inputs[0];
                    break;
                default:
                    return null;
            }
        }
    }

    private static bool Repeatable(Expression expression) => Folding.MayRepeat(expression is Alias alias ? alias.Of : expression);

    private static HashSet<int> Used(Persisted persisted, Observe observe)
    {
        var used = persisted.Output.Concat(observe.Metrics.SelectMany(m => m.Attributes())).Select(a => a.Id).ToHashSet();
        for (var relation = persisted.Input; relation is not Observe; relation = relation.Inputs[0])
        {
            used.UnionWith(SubqueriesOf.Expressions(relation).SelectMany(e => e.Attributes()).Select(a => a.Id));
        }

        return [.. Enumerable.Range(0, observe.Output.Count).Where(i => used.Contains(observe.Output[i].Id))];
    }
}
