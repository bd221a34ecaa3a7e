namespace SparkEtl.Utils.Configuration.Yaml;

/// <summary>Lays one tree over another: mappings key by key, anything else as a whole.</summary>
internal static class Merge
{
    public static YamlNode Over(YamlNode lower, YamlNode upper)
    {
        if (lower is not MapNode below || upper is not MapNode above) return upper;
        MapNode merged = above with { Entries = [] };
        foreach (MapEntry entry in below.Entries)
            merged = merged.With(above.Entries.FirstOrDefault(e => e.Key == entry.Key) is { } over ? over with { Value = Over(entry.Value, over.Value) } : entry);
        foreach (MapEntry entry in above.Entries.Where(e => below[e.Key] is null))
            merged = merged.With(entry);
        return merged;
    }
}
