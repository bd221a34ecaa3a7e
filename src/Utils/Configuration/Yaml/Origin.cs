namespace SparkEtl.Utils.Configuration.Yaml;

/// <summary>The place a key or a value was written at. A place without lines (a variable, an option) has line 0.</summary>
internal sealed record Origin(Layer Layer, string Source, long Line = 0, long Column = 0)
{
    public override string ToString() => Line > 0 ? $"{Source}({Line},{Column})" : Source;
}
