using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <summary>
/// The relations that were persisted. As in Spark persisting says something of the relation, not of one frame: every query that holds
/// it, made before or after, reads the kept rows.
/// </summary>
internal sealed class KeptFrames
{
    private readonly Lock gate = new();
    private readonly Dictionary<Relation, (PersistedRows Rows, StorageLevel Level)> kept = new(ReferenceEqualityComparer.Instance);

    /// <summary>Every relation that is persisted.</summary>
    public IReadOnlyList<Relation> All
    {
        get
        {
            lock (gate)
            {
                return [.. kept.Keys];
            }
        }
    }

    public StorageLevel? LevelOf(Relation relation)
    {
        lock (gate)
        {
            return kept.TryGetValue(relation, out var found) ? found.Level : null;
        }
    }

    /// <summary>Keeps the relation's rows from its next use on; nothing changes when they are kept already.</summary>
    public void Add(Relation relation, StorageLevel level)
    {
        lock (gate)
        {
            kept.TryAdd(relation, (new PersistedRows(), level));
        }
    }

    /// <summary>Stops keeping the relation's rows; what the engine has of them, or null.</summary>
    public PersistedRows? Remove(Relation relation)
    {
        lock (gate)
        {
            return kept.Remove(relation, out var found) ? found.Rows : null;
        }
    }

    /// <summary>The plan with kept rows in the place of what they are computed from.</summary>
    public Relation Apply(Relation plan)
    {
        Dictionary<Relation, PersistedRows> rows;
        lock (gate)
        {
            if (kept.Count == 0)
            {
                return plan;
            }

            rows = new Dictionary<Relation, PersistedRows>(ReferenceEqualityComparer.Instance);
            foreach (var (relation, entry) in kept)
            {
                rows.Add(relation, entry.Rows);
            }
        }

        return Rewrite(plan, rows, new Dictionary<Relation, Relation>(ReferenceEqualityComparer.Instance));
    }

    private static Relation Rewrite(Relation relation, Dictionary<Relation, PersistedRows> rows, Dictionary<Relation, Relation> done) =>
        Recursion.Run(() =>
        {
            if (done.TryGetValue(relation, out var known))
            {
                return known;
            }

            var inputs = relation.Inputs;
            var rewritten = inputs.Map(i => Rewrite(i, rows, done));
            var same = true;
            for (var i = 0; i < inputs.Count; i++)
            {
                same &= ReferenceEquals(inputs[i], rewritten[i]);
            }

            var result = same ? relation : relation.WithInputs(rewritten);
            if (rows.TryGetValue(relation, out var keptRows))
            {
                result = new Persisted(result, keptRows);
            }

            done.Add(relation, result);
            return result;
        });
}
