using System.Collections.Concurrent;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Values;

namespace SparkEtl.Spark.Sql;

/// <summary>Runs plans for a session: with kept rows, under the session's cancellation, and keeping what was observed.</summary>
internal sealed class QueryRunner(SessionState state)
{
    private readonly ConcurrentDictionary<string, Row> observed = new(StringComparer.Ordinal);

    /// <summary>What the observed name counted last, or null.</summary>
    public Row? Observed(string name) => observed.GetValueOrDefault(name);

    public IEnumerable<string> ObservedNames => observed.Keys.Order(StringComparer.Ordinal);

    /// <summary>All rows of a plan, values as plans hold them.</summary>
    public IReadOnlyList<object?[]> Rows(Relation plan, CancellationToken cancellation)
    {
        var rows = new List<object?[]>();
        foreach (var row in Stream(plan, cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The rows of a plan as they come; disposing the enumerator stops the query.</summary>
    public IEnumerable<object?[]> Stream(Relation plan, CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(state.Cancellation, cancellation);
        using var run = state.Engine.Run(state.Kept.Apply(plan), linked.Token);
        while (run.NextRows() is { } rows)
        {
            foreach (var row in rows)
            {
                yield return row;
            }

            linked.Token.ThrowIfCancellationRequested();
        }

        Keep(run.Observed);
    }

    public void Write(Relation plan, WriteRequest request, CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(state.Cancellation, cancellation);
        Keep(state.Engine.Write(state.Kept.Apply(plan), request, linked.Token));
    }

    /// <summary>Computes the rows of a boundary now.</summary>
    public void Materialise(Persisted persisted, CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(state.Cancellation, cancellation);
        Keep(state.Engine.Materialise((Persisted)state.Kept.Apply(persisted), linked.Token));
    }

    private void Keep(IReadOnlyList<ObservedMetrics> metrics)
    {
        foreach (var metric in metrics)
        {
            observed[metric.Name] = PlanValues.ToRow(metric.Values, metric.Schema);
        }
    }
}
