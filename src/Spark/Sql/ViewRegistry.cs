using System.Collections.Concurrent;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <summary>Views by name, whatever its case.</summary>
internal sealed class ViewRegistry
{
    private readonly ConcurrentDictionary<string, (string Name, Relation Relation)> views = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => views.Values.Select(v => v.Name).Order(StringComparer.OrdinalIgnoreCase);

    public Relation? Find(string name) => views.TryGetValue(name, out var found) ? found.Relation : null;

    public void Create(string name, Relation relation)
    {
        if (!views.TryAdd(name, (name, relation)))
        {
            throw new AnalysisException(
                "TEMP_TABLE_OR_VIEW_ALREADY_EXISTS", $"There is a temporary view '{name}' already; use CreateOrReplaceTempView, or drop it first.");
        }
    }

    public void Replace(string name, Relation relation) => views[name] = (name, relation);

    public bool Drop(string name) => views.TryRemove(name, out _);
}
