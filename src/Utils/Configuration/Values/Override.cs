using SparkEtl.Utils.Configuration.Yaml;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>A value from an environment variable or the command line, with the keys that lead to its place.</summary>
internal sealed record Override(Origin Origin, IReadOnlyList<string> Path, string Text)
{
    /// <summary>Whether the keys are written as in the file; those of environment variables may differ in case.</summary>
    public bool IsExact => Origin.Layer == Layer.CommandLine;

    public string Separator => IsExact ? "." : "__";
}
