using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>The boundaries of one run.</summary>
internal sealed class BoundaryRun(DuckDbEngine engine, IReadOnlyDictionary<Relation, BoundaryTable>? borrowed = null) : IDisposable
{
    private readonly Dictionary<Relation, BoundaryTable> tables = borrowed is null
        ? new(ReferenceEqualityComparer.Instance)
        : new(borrowed, ReferenceEqualityComparer.Instance);

    private readonly List<BoundaryTable> transient = [];

    /// <summary>The table of each boundary.</summary>
    public IReadOnlyDictionary<Relation, BoundaryTable> Tables => tables;

    /// <summary>What was observed so far.</summary>
    public List<ObservedMetrics> Observed { get; } = [];

    public void Add(Relation boundary, BoundaryTable table, bool isTransient)
    {
        tables[boundary] = table;
        if (isTransient)
        {
            transient.Add(table);
        }
    }

    /// <summary>The table stays when the run ends.</summary>
    public void KeepBeyond(BoundaryTable table) => transient.Remove(table);

    public void Dispose()
    {
        foreach (var table in transient)
        {
            engine.Execute($"DROP TABLE IF EXISTS {table.Name}", CancellationToken.None);
        }

        transient.Clear();
    }
}
