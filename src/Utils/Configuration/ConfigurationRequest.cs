namespace SparkEtl.Utils.Configuration;

/// <summary>Which environment of which file to load, and what the command line overrides.</summary>
public sealed record ConfigurationRequest
{
    /// <summary>The YAML file's path, shown in messages as given here.</summary>
    public required string File { get; init; }

    /// <summary>The environment's name: a top-level key of the file.</summary>
    public required string Environment { get; init; }

    /// <summary>Overrides of the command line, each <c>key.path=value</c>; a later one wins. Lists and maps are given as YAML flow text.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Sections the caller cannot do without, such as <c>target</c>: their absence is a problem listed with the others.</summary>
    public IReadOnlyList<string> RequiredSections { get; init; } = [];
}
