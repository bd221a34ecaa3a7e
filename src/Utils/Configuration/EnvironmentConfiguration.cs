using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Utils.Configuration;

/// <summary>The configuration of one environment, complete and checked.</summary>
public sealed class EnvironmentConfiguration
{
    private readonly IReadOnlyDictionary<string, object> _sections;
    private readonly IReadOnlyDictionary<string, string> _origins;

    internal EnvironmentConfiguration(IReadOnlyDictionary<string, object> sections, IReadOnlyDictionary<string, string> origins) =>
        (_sections, _origins) = (sections, origins);

    /// <summary>The environment's name.</summary>
    public required string Name { get; init; }

    /// <summary>The file it was read from, as it was given.</summary>
    public required string File { get; init; }

    /// <summary>What runs the pipelines; the embedded engine when the file does not say.</summary>
    public required EngineOptions Engine { get; init; }

    /// <summary>Where the tables are read from; null when the environment has no source.</summary>
    public required SourceOptions? Source { get; init; }

    /// <summary>Where the results go; null when the environment has no target.</summary>
    public required TargetOptions? Target { get; init; }

    /// <summary>What a run says, and how.</summary>
    public required LogOptions Log { get; init; }

    /// <summary>The pipelines to run, in order: those the key <c>pipelines</c> lists, else the registered ones that have a section.</summary>
    public required IReadOnlyList<string> Pipelines { get; init; }

    /// <summary>Masks every secret of this configuration in text.</summary>
    public required SecretMasker Masker { get; init; }

    /// <summary>Remarks for the user that are no errors, such as an override that names no environment.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The options of a pipeline; null when it has no section here.</summary>
    /// <param name="name">The pipeline's name.</param>
    public object? Section(string name) => _sections.GetValueOrDefault(name);

    /// <summary>The options of the pipeline whose options record is <typeparamref name="T"/>.</summary>
    /// <exception cref="ConfigurationException">The environment has no such section.</exception>
    public T Section<T>()
        where T : class =>
        _sections.Values.OfType<T>().FirstOrDefault()
            ?? throw new ConfigurationException([new ConfigurationProblem(File, $"{Name} has no section for {typeof(T).Name}; add it to run this pipeline")]);

    /// <summary>
    /// Where a value came from, to tell the user why it is what it is: <c>config.yaml(4,11)</c>, <c>environment variable NAME</c>,
    /// <c>--set key</c>, or <c>default</c> when it was given nowhere.
    /// </summary>
    /// <param name="path">The key's path without the environment: <c>engine.kind</c>.</param>
    public string Origin(string path) => _origins.GetValueOrDefault(path, "default");

    /// <summary>A path of the configuration as it is meant: a relative one starts at the folder of the file. Addresses (s3://...) stay.</summary>
    /// <param name="path">A path as written.</param>
    public string Resolve(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Contains("://", StringComparison.Ordinal) ? path : Path.Combine(Path.GetDirectoryName(File) ?? "", path);
    }
}
