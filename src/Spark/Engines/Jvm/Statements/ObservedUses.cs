using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Engines.Jvm.Statements;

/// <summary>
/// Which observed relations Spark may count while the statement runs: those whose every row the statement reads, exactly once. Under a
/// limit or a join Spark may stop early, a global sort reads its input twice, and so does a relation that is used twice; there the
/// observed rows are computed before, once, and kept for the statement.
/// </summary>
internal sealed class ObservedUses
{
    private readonly Func<PersistedRows, bool> isKept;
    private readonly HashSet<Relation> seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Relation> partial = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Persisted> observing = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks at a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isKept">Whether the engine has the rows: what lies beneath does not run.</param>
    public ObservedUses(Relation plan, Func<PersistedRows, bool> isKept)
    {
        this.isKept = isKept;
        Visit(plan, whole: true, null);
    }

    /// <summary>Whether the observed rows must be computed before the statement.</summary>
    public bool MustPrecede(Observe observe) => partial.Contains(observe);

    /// <summary>Whether a relation to keep has an observed one beneath, so that all of it is computed at once.</summary>
    public bool Observes(Persisted persisted) => observing.Contains(persisted);

    private void Visit(Relation relation, bool whole, Persisted? around) => Recursion.Run(() =>
    {
        var isNew = seen.Add(relation);
        if (relation is Persisted persisted)
        {
            if (isNew && !isKept(persisted.Rows))
            {
                // It is computed once and whole, whoever reads it.
                Visit(persisted.Input, whole: true, persisted);
            }

            return true;
        }

        whole &= isNew;
        if (!whole && !partial.Add(relation))
        {
            return true;
        }

        if (relation is Observe && around is not null)
        {
            observing.Add(around);
        }

        var subqueries = SubqueriesOf.Relation(relation).ToArray();
        whole &= subqueries.Length == 0 && ReadsAllOnce(relation);
        foreach (var input in relation.Inputs)
        {
            Visit(input, whole, around);
        }

        foreach (var query in subqueries)
        {
            Visit(query, whole: false, around);
        }

        return true;
    });

    private static bool ReadsAllOnce(Relation relation) => relation switch
    {
        Project or Filter or Aggregate or Generate or Distinct or Deduplicate or Named or Hint or Observe => true,
        SetOperation { Kind: SetOperationKind.Union, All: true } => true,
        Repartition { Kind: not RepartitionKind.Range } => true,
        Sort { Global: false } => true,
        _ => false,
    };
}
