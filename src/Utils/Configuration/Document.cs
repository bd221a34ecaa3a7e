using SparkEtl.Utils.Configuration.Shapes;
using SparkEtl.Utils.Configuration.Yaml;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Utils.Configuration;

/// <summary>A configuration file as read: its common values and its environments.</summary>
internal sealed class Document
{
    /// <summary>The key of the values that all environments share.</summary>
    public const string Defaults = "defaults";

    private readonly MapNode _root;
    private readonly string _file;

    private Document(MapNode root, string file) => (_root, _file) = (root, file);

    /// <summary>The names of the environments, in the order of the file.</summary>
    public IReadOnlyList<string> Environments => [.. _root.Entries.Select(e => e.Key).Where(k => k != Defaults)];

    public static Document? Read(string text, string file, RecordShape environmentShape, ProblemList problems)
    {
        YamlNode? root = YamlReader.ReadFile(text, file, problems);
        if (root is null) return null;
        if (root is not MapNode map)
        {
            problems.Add(root.Origin, $"expected environments with their sections, such as 'local:', found {root.Noun}");
            return null;
        }
        foreach (MapEntry entry in map.Entries)
        {
            if (environmentShape[entry.Key] is not null)
                problems.Add(entry.KeyOrigin, $"'{entry.Key}' is a section and belongs inside an environment; put it below 'defaults:' or an environment's name");
            else if (entry.Value is not (MapNode or ScalarNode { IsNull: true }))
                problems.Add(entry.Value.Origin, $"'{entry.Key}' must be an environment: a mapping of sections, found {entry.Value.Noun}");
        }
        return new Document(map, file);
    }

    public MapNode CommonValues() => Tree(Defaults, Layer.Defaults) ?? new MapNode(new Origin(Layer.Defaults, _file, 1, 1), []);

    /// <summary>The tree of one environment; null when there is none of that name, which is then among the problems.</summary>
    public MapNode? Environment(string name, ProblemList problems)
    {
        if (name != Defaults && Tree(name, Layer.Environment) is { } tree) return tree;
        IReadOnlyList<string> nearestFirst = NearestName.Order(name, Environments);
        string nearest = NearestName.Clause(name, Environments);
        string known = nearestFirst.Count == 0 ? "the file has none" : $"environments: {string.Join(", ", nearestFirst)}";
        problems.Add(new Origin(Layer.Environment, _file), $"there is no environment '{name}'{(nearest.Length > 0 ? nearest : ";")} {known}");
        return null;
    }

    private MapNode? Tree(string name, Layer layer)
    {
        MapEntry? entry = _root.Entries.FirstOrDefault(e => e.Key == name);
        return entry is null ? null : (entry.Value.In(layer) as MapNode) ?? new MapNode(entry.KeyOrigin with { Layer = layer }, []);
    }
}
