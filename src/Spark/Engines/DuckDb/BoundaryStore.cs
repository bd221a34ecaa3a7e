using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>
/// The tables that hold the rows of boundaries: of persisted relations until they are released, of observed ones for one run. Boundaries
/// are computed from the innermost out, each in a statement of its own.
/// </summary>
internal sealed class BoundaryStore(DuckDbEngine engine)
{
    private readonly Lock gate = new();
    private readonly Dictionary<PersistedRows, string> kept = [];
    private long numbers;

    /// <summary>Computes what the plan's boundaries hold, and tells in which tables.</summary>
    public BoundaryRun Prepare(Relation plan, CancellationToken cancellation)
    {
        var run = new BoundaryRun(engine);
        try
        {
            foreach (var boundary in Boundaries(plan))
            {
                cancellation.ThrowIfCancellationRequested();
                switch (boundary)
                {
                    case Persisted persisted:
                        run.Add(persisted, Keep(persisted, run, cancellation), isTransient: false);
                        break;
                    case Observe observe:
                        var table = NewTable();
                        run.Add(observe, table, isTransient: true);
                        engine.Execute(Create(table, observe.Input, run.Tables), cancellation);
                        run.Observed.Add(Measure(observe, run, cancellation));
                        break;
                }
            }

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
        var tables = new Dictionary<Relation, string>(ReferenceEqualityComparer.Instance);
        var statements = new List<string>();
        foreach (var boundary in Boundaries(plan))
        {
            var table = DuckDbEngine.TableName(tables.Count);
            statements.Add(Create(table, boundary.Inputs[0], tables));
            tables.Add(boundary, table);
            if (boundary is Observe observe)
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
        string? table;
        lock (gate)
        {
            kept.Remove(rows, out table);
        }

        if (table is not null)
        {
            engine.Execute($"DROP TABLE IF EXISTS {table}", CancellationToken.None);
        }
    }

    // Innermost first, each once; rows that are kept already hide what they were computed from.
    private List<Relation> Boundaries(Relation plan)
    {
        var found = new List<Relation>();
        var seen = new HashSet<Relation>(ReferenceEqualityComparer.Instance);
        Visit(plan);
        return found;

        void Visit(Relation relation) => Recursion.Run(() =>
        {
            if (!seen.Add(relation))
            {
                return true;
            }

            if (relation is not Persisted persisted || !IsKept(persisted.Rows))
            {
                foreach (var input in relation.Inputs)
                {
                    Visit(input);
                }

                foreach (var query in SubqueriesOf.Relation(relation))
                {
                    Visit(query);
                }
            }

            if (relation is Persisted or Observe)
            {
                found.Add(relation);
            }

            return true;
        });
    }

    private bool IsKept(PersistedRows rows)
    {
        lock (gate)
        {
            return kept.ContainsKey(rows);
        }
    }

    private string Keep(Persisted persisted, BoundaryRun run, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (kept.TryGetValue(persisted.Rows, out var known))
            {
                return known;
            }
        }

        var table = NewTable();
        engine.Execute(Create(table, persisted.Input, run.Tables), cancellation);
        lock (gate)
        {
            if (kept.TryAdd(persisted.Rows, table))
            {
                return table;
            }
        }

        engine.Execute($"DROP TABLE IF EXISTS {table}", CancellationToken.None);
        return Keep(persisted, run, cancellation);
    }

    private string Create(string table, Relation input, IReadOnlyDictionary<Relation, string> tables) =>
        $"CREATE TABLE {table} AS {engine.Generator(tables).WritePositional(input)}";

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

/// <summary>The boundaries of one run.</summary>
internal sealed class BoundaryRun(DuckDbEngine engine, IReadOnlyDictionary<Relation, string>? borrowed = null) : IDisposable
{
    private readonly Dictionary<Relation, string> tables = borrowed is null
        ? new(ReferenceEqualityComparer.Instance)
        : new(borrowed, ReferenceEqualityComparer.Instance);

    private readonly List<string> transient = [];

    /// <summary>The table of each boundary.</summary>
    public IReadOnlyDictionary<Relation, string> Tables => tables;

    /// <summary>What was observed so far.</summary>
    public List<ObservedMetrics> Observed { get; } = [];

    public void Add(Relation boundary, string table, bool isTransient)
    {
        tables[boundary] = table;
        if (isTransient)
        {
            transient.Add(table);
        }
    }

    public void Dispose()
    {
        foreach (var table in transient)
        {
            engine.Execute($"DROP TABLE IF EXISTS {table}", CancellationToken.None);
        }

        transient.Clear();
    }
}
