namespace SparkEtl.Utils.Configuration.Yaml;

/// <summary>A value as written, with its place. Nothing is interpreted yet: neither types nor references.</summary>
internal abstract record YamlNode(Origin Origin)
{
    /// <summary>What the node is, in an error message.</summary>
    public abstract string Noun { get; }

    /// <summary>The same node and everything below it, in another layer.</summary>
    public abstract YamlNode In(Layer layer);
}

/// <summary>A single value; <paramref name="IsPlain"/> when it stands without quotes, so that it may be a number or null.</summary>
internal sealed record ScalarNode(Origin Origin, string Text, bool IsPlain) : YamlNode(Origin)
{
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");

    public override string Noun => IsNull ? "nothing" : $"'{Text}'";

    public override YamlNode In(Layer layer) => this with { Origin = Origin with { Layer = layer } };
}

/// <summary>A sequence.</summary>
internal sealed record ListNode(Origin Origin, IReadOnlyList<YamlNode> Items) : YamlNode(Origin)
{
    public override string Noun => "a list";

    public override YamlNode In(Layer layer) =>
        new ListNode(Origin with { Layer = layer }, [.. Items.Select(item => item.In(layer))]);
}

/// <summary>A mapping.</summary>
internal sealed record MapNode(Origin Origin, IReadOnlyList<MapEntry> Entries) : YamlNode(Origin)
{
    public override string Noun => "a mapping";

    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    public MapNode With(MapEntry entry) =>
        this with { Entries = [.. Entries.Where(e => e.Key != entry.Key), entry] };

    public override YamlNode In(Layer layer) => new MapNode(
        Origin with { Layer = layer },
        [.. Entries.Select(e => new MapEntry(e.Key, e.KeyOrigin with { Layer = layer }, e.Value.In(layer)))]);
}

/// <summary>A key of a mapping with its value.</summary>
internal sealed record MapEntry(string Key, Origin KeyOrigin, YamlNode Value);
