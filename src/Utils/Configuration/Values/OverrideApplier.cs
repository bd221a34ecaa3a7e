using SparkEtl.Utils.Configuration.Shapes;
using SparkEtl.Utils.Configuration.Yaml;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>Puts overrides into the tree of an environment, at the keys that the shapes know.</summary>
internal sealed class OverrideApplier(string environment, ProblemList problems)
{
    public MapNode Apply(MapNode tree, RecordShape shape, IEnumerable<Override> overrides)
    {
        foreach (Override given in overrides)
        {
            if (Keys(shape, tree, given) is { } keys) tree = Put(tree, keys, given);
        }
        return tree;
    }

    // The keys as the file would spell them; null when the shapes know no such place, which is then among the problems.
    private List<string>? Keys(RecordShape root, MapNode tree, Override given)
    {
        var keys = new List<string>();
        Shape shape = root;
        for (int i = 0; i < given.Path.Count; i++)
        {
            switch (shape)
            {
                case DictionaryShape:
                    // What follows is one name of the user's own, dots and all.
                    if (EntryName(string.Join('.', given.Path.Skip(i)), At(tree, keys), given) is not { } name) return null;
                    keys.Add(name);
                    return keys;
                case RecordShape or ChoiceShape:
                    if (Find(shape, given, given.Path[i]) is not { } found)
                    {
                        string place = string.Join('.', keys.Prepend(environment));
                        IEnumerable<string> known = shape is ChoiceShape choice ? choice.KeysOfAll : ((RecordShape)shape).Keys;
                        string key = given.IsExact ? given.Path[i] : given.Path[i].ToLowerInvariant();
                        problems.Add(given.Origin, i == 0 && key == environment
                            ? $"the path starts with the environment's name; leave out '{key}.'"
                            : UnknownKey.Message(key, place, known));
                        return null;
                    }
                    keys.Add(found.Key);
                    shape = found.Shape;
                    break;
                default:
                    string what = shape is ListShape ? "a list, which is overridden as a whole, such as [a, b]" : "a single value";
                    problems.Add(given.Origin, $"{string.Join('.', keys.Prepend(environment))} is {what}; '{given.Path[i]}' leads nowhere");
                    return null;
            }
        }
        return keys;
    }

    // A variable's name does not tell the case of a name that is not in the file.
    private string? EntryName(string name, MapNode? map, Override given)
    {
        if (given.IsExact) return name;
        string? present = map?.Entries.Select(e => e.Key).FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase));
        if (present is not null || name.Any(char.IsAsciiLetterLower)) return present ?? name;
        problems.Add(given.Origin, $"whether '{name}' is meant in upper or lower case cannot be told from a variable's name; "
            + "give the whole mapping as its value, such as {name: value}, or use --set");
        return null;
    }

    private static MapNode? At(MapNode tree, IEnumerable<string> keys)
    {
        YamlNode? node = tree;
        foreach (string key in keys) node = (node as MapNode)?[key];
        return node as MapNode;
    }

    private static (string Key, Shape Shape)? Find(Shape shape, Override given, string name)
    {
        StringComparison comparison = given.IsExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (shape is ChoiceShape choice)
        {
            if (string.Equals(name, ChoiceShape.Key, comparison)) return (ChoiceShape.Key, new ScalarShape(typeof(string)));
            return choice.Kinds.Values.Select(kind => Find(kind, given, name)).FirstOrDefault(found => found is not null);
        }
        Member? member = ((RecordShape)shape).Members.FirstOrDefault(m => string.Equals(m.Key, name, comparison));
        return member is null ? null : (member.Key, member.Shape);
    }

    private MapNode Put(MapNode tree, List<string> keys, Override given)
    {
        MapEntry? present = tree.Entries.FirstOrDefault(e => e.Key == keys[0]);
        YamlNode value = new OverrideNode(given.Origin, given.Text);
        if (keys.Count > 1)
        {
            YamlNode? below = present?.Value;
            if (below is OverrideNode whole) below = YamlReader.ReadOverride(whole.Text, whole.Origin, problems);
            value = Put(below as MapNode ?? new MapNode(given.Origin, []), [.. keys.Skip(1)], given);
        }
        return tree.With(new MapEntry(keys[0], keys.Count > 1 && present is not null ? present.KeyOrigin : given.Origin, value));
    }
}
