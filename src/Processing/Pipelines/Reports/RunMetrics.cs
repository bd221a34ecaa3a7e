namespace SparkEtl.Processing.Pipelines.Reports;

/// <summary>What the observed frames of a run counted, by the name given to <c>Observe</c>.</summary>
public sealed class RunMetrics
{
    private readonly Dictionary<string, Row> rows = new(StringComparer.Ordinal);

    /// <summary>Adds what was observed under a name.</summary>
    /// <param name="name">The name given to <c>Observe</c>.</param>
    /// <param name="row">A value for each metric.</param>
    /// <returns>This object.</returns>
    public RunMetrics Add(string name, Row row)
    {
        rows[name] = row;
        return this;
    }

    /// <summary>A count.</summary>
    /// <param name="name">The name given to <c>Observe</c>.</param>
    /// <param name="metric">The metric's name.</param>
    /// <exception cref="PipelineException">It is missing or null; a missing count is never taken as zero.</exception>
    public long Count(string name, string metric)
    {
        if (!rows.TryGetValue(name, out Row? row))
        {
            throw new PipelineException(
                $"Nothing was observed as '{name}', so the report cannot be complete. Observed: {string.Join(", ", rows.Keys)}.");
        }

        int place = Place(row, metric);
        return place >= 0 && row.Get(place) is long count
            ? count
            : throw new PipelineException($"The observation '{name}' has no count '{metric}': {row}.");
    }

    /// <summary>Whether something was observed under that name, with a metric of that name.</summary>
    /// <param name="name">The name given to <c>Observe</c>.</param>
    /// <param name="metric">The metric's name.</param>
    public bool Has(string name, string metric) => rows.TryGetValue(name, out Row? row) && Place(row, metric) >= 0;

    private static int Place(Row row, string metric) => row.Schema.Fields.FindIndex(f => f.Name == metric);
}
