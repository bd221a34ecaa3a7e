namespace SparkEtl.Utils.Configuration.Yaml;

/// <summary>A value from an environment variable or the command line: read as YAML only where a list or a mapping is expected.</summary>
internal sealed record OverrideNode(Origin Origin, string Text) : YamlNode(Origin)
{
    public override string Noun => $"'{Text}'";

    public override YamlNode In(Layer layer) => this with { Origin = Origin with { Layer = layer } };
}
