using SparkEtl.Utils.Configuration.Yaml;

namespace SparkEtl.Utils.Configuration;

/// <summary>Collects what is wrong, so that all of it is said at once.</summary>
internal sealed class ProblemList
{
    private readonly List<(Origin Origin, string What)> _found = [];

    public int Count => _found.Count;

    public void Add(Origin origin, string what) => _found.Add((origin, what));

    public ConfigurationException ToException(Func<string, string> mask) => new(
        [.. _found
            .OrderBy(p => p.Origin.Line == 0)
            .ThenBy(p => p.Origin.Line)
            .ThenBy(p => p.Origin.Column)
            .ThenBy(p => p.Origin.Layer)
            .Select(p => new ConfigurationProblem(p.Origin.ToString(), mask(p.What)))
            .Distinct()]);
}
