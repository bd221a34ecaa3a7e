using System.Collections.Concurrent;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <summary>Views by name, whatever its case.</summary>
internal sealed class ViewRegistry
{
    private readonly ConcurrentDictionary<string, (string Name, Lazy<Relation> Relation)> views = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => views.Values.Select(v => v.Name).Order(StringComparer.OrdinalIgnoreCase);

    public Relation? Find(string name) => views.TryGetValue(name, out var found) ? found.Relation.Value : null;

    public void Create(string name, Relation relation)
    {
        if (!views.TryAdd(name, (name, new Lazy<Relation>(relation))))
        {
            throw new AnalysisException(
                "TEMP_TABLE_OR_VIEW_ALREADY_EXISTS", $"There is a temporary view '{name}' already; use CreateOrReplaceTempView, or drop it first.");
        }
    }

    public void Replace(string name, Relation relation) => views[name] = (name, new Lazy<Relation>(relation));

    /// <summary>A view whose relation is asked for when the view is first used: a source that nobody queries is not looked at.</summary>
    public void ReplaceLazily(string name, Func<Relation> relation) => views[name] = (name, new Lazy<Relation>(relation));

    public bool Drop(string name) => views.TryRemove(name, out _);
}
