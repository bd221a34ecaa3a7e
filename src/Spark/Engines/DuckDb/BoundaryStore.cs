using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>
/// The tables that hold the rows of boundaries: of persisted relations until they are released, of observed ones for one run. Boundaries
/// are computed from the innermost out, each in a statement of its own. Where a persisted relation only filters and projects an observed
/// one, the observed rows are kept for both, and no more of their columns than are used.
/// </summary>
internal sealed class BoundaryStore(DuckDbEngine engine)
{
    private readonly Lock gate = new();
    private readonly Dictionary<PersistedRows, BoundaryTable> kept = [];
    private long numbers;

    /// <summary>Computes what the plan's boundaries hold, and tells in which tables.</summary>
    public BoundaryRun Prepare(Relation plan, CancellationToken cancellation)
    {
        var run = new BoundaryRun(engine);
        try
        {
            foreach (var step in Steps(plan))
            {
                cancellation.ThrowIfCancellationRequested();
                if (step.Persisted is { } persisted && Find(persisted.Rows) is { } known)
                {
                    run.Add(step.Boundary, known, isTransient: false);
                    continue;
                }

                var table = step.Table(NewTable());
                engine.Execute(Create(table, step.Boundary, run.Tables), cancellation);
                run.Add(step.Boundary, table, isTransient: true);
                if (step.Boundary is Observe observe)
                {
                    run.Observed.Add(Measure(observe, run, cancellation));
                }

                if (step.Persisted is not null)
                {
                    Keep(step, table, run);
                }
            }

            GC.KeepAlive(plan);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>The statements <see cref="Prepare"/> would run, and the one of the plan itself.</summary>
    public IReadOnlyList<string> Explain(Relation plan)
    {
        var tables = new Dictionary<Relation, BoundaryTable>(ReferenceEqualityComparer.Instance);
        var statements = new List<string>();
        foreach (var step in Steps(plan))
        {
            if (step.Persisted is { } persisted && Find(persisted.Rows) is { } known)
            {
                tables[step.Boundary] = known;
                continue;
            }

            var table = step.Table(DuckDbEngine.TableName(tables.Count));
            statements.Add(Create(table, step.Boundary, tables));
            tables.Add(step.Boundary, table);
            if (step.Boundary is Observe observe)
            {
                statements.Add(engine.Generator(tables).Write(Metrics(observe)));
            }
        }

        statements.Add(engine.Generator(tables).Write(plan));
        return statements;
    }

    /// <summary>Forgets kept rows.</summary>
    public void Release(PersistedRows rows)
    {
        BoundaryTable? table;
        lock (gate)
        {
            kept.Remove(rows, out table);
        }

        if (table is not null)
        {
            engine.Execute($"DROP TABLE IF EXISTS {table.Name}", CancellationToken.None);
        }
    }

    // Innermost first, each once; rows that are kept already hide what they were computed from.
    private List<BoundaryStep> Steps(Relation plan)
    {
        var steps = new List<BoundaryStep>();
        var seen = new HashSet<Relation>(ReferenceEqualityComparer.Instance);
        Visit(plan);
        return steps;

        void Visit(Relation relation) => Recursion.Run(() =>
        {
            if (!seen.Add(relation))
            {
                return true;
            }

            var step = BoundaryStep.Of(relation);
            if (step?.Persisted is not { } persisted || Find(persisted.Rows) is null)
            {
                // Of an observed relation that is kept for a persisted one, the next boundaries lie under it.
                var below = step?.Boundary ?? relation;
                seen.Add(below);
                foreach (var input in below.Inputs.Concat(SubqueriesOf.Relation(below)))
                {
                    Visit(input);
                }
            }

            if (step is not null)
            {
                steps.Add(step);
            }

            return true;
        });
    }

    // Plans are made anew for each action, so rows are known by what keeps them and not by a node.
    private BoundaryTable? Find(PersistedRows rows)
    {
        lock (gate)
        {
            return kept.GetValueOrDefault(rows);
        }
    }

    private void Keep(BoundaryStep step, BoundaryTable table, BoundaryRun run)
    {
        lock (gate)
        {
            // Two runs at once may both have computed them; the second to end uses its own and drops it.
            if (kept.TryAdd(step.Persisted!.Rows, table))
            {
                run.KeepBeyond(table);
            }
        }
    }

    private string Create(BoundaryTable table, Relation boundary, IReadOnlyDictionary<Relation, BoundaryTable> tables) =>
        $"CREATE TABLE {table.Name} AS {engine.Generator(tables).WritePositional(boundary.Inputs[0], table.Kept)}";

    private ObservedMetrics Measure(Observe observe, BoundaryRun run, CancellationToken cancellation)
    {
        using var query = new DuckDbRun(engine, Metrics(observe), new BoundaryRun(engine, run.Tables), tail: null, cancellation);
        var row = query.NextRows()?[0] ?? throw new DefectException($"The observed metrics of '{observe.Name}' gave no row.");
        return new ObservedMetrics(observe.Name, query.Schema, row);
    }

    private static Project Metrics(Observe observe)
    {
        var grouping = new GroupingBuilder(observe, [[]]);
        var items = observe.Metrics.Map(m => (Expression)new Alias(grouping.Over(m.Of, []), m.Name, m.Id));
        return new Project(grouping.Relation, items);
    }

    private string NewTable() => DuckDbEngine.TableName(Interlocked.Increment(ref numbers));
}
