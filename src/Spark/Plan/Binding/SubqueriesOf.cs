using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>The queries inside a relation's own expressions.</summary>
internal static class SubqueriesOf
{
    public static IEnumerable<Relation> Relation(Relation relation) => Expressions(relation)
        .SelectMany(e => e.SelfAndDescendants())
        .Select(e => e switch
        {
            ScalarSubquery scalar => scalar.Query,
            Exists exists => exists.Query,
            InSubquery inQuery => inQuery.Query,
            _ => null,
        })
        .OfType<Relation>();

    /// <summary>The expressions of a relation, without those of its inputs.</summary>
    public static IEnumerable<Expression> Expressions(Relation relation) => relation switch
    {
        Project project => project.Items,
        Filter filter => [filter.Condition],
        Join join => join.Condition is null ? [] : [join.Condition],
        Aggregate aggregate => aggregate.Keys.Concat(aggregate.Aggregates),
        Generate generate => [generate.Generator],
        Sort sort => sort.Order.Map(o => o.Of),
        Deduplicate deduplicate => deduplicate.Keys,
        Repartition repartition => repartition.By.Map(o => o.Of),
        Observe observe => observe.Metrics,
        _ => [],
    };
}
