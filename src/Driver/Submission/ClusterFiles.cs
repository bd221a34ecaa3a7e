using SparkEtl.Driver.Environments;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Submission;

/// <summary>
/// The files that a driver on a node of a cluster has: those that are shipped, side by side in its working folder. The settings are tried
/// with these alone before anything is submitted, so that a variable that only this machine has is named here and not by a failed job.
/// </summary>
internal sealed class ClusterFiles : IMachine
{
    private const string OverridePrefix = "SPARKETL__";
    private const string VariablePrefix = "spark.yarn.appMasterEnv.";

    private readonly LocalMachine here = new();
    private readonly Dictionary<string, string> shipped;

    private ClusterFiles(EnvironmentConfiguration configuration, SparkEngineOptions engine)
    {
        shipped = Shipped(configuration).Concat(Listed(engine)).GroupBy(f => Path.GetFileName(f), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First());
        Variables = engine.Conf.Where(c => c.Key.StartsWith(VariablePrefix, StringComparison.Ordinal)).ToDictionary(c => c.Key[VariablePrefix.Length..], c => c.Value);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>The configuration file, and the file of secrets, or where none is named the .env beside it.</summary>
    public static IReadOnlyList<string> Shipped(EnvironmentConfiguration configuration)
    {
        var secrets = configuration.Engine is SparkEngineOptions { Secrets: { } named } ? named : ".env";
        return [.. new[] { configuration.File, configuration.Resolve(secrets) }.Select(f => Path.GetFullPath(f)).Where(File.Exists)];
    }

    /// <summary>Variables of this machine that override settings, and that the driver's container has not.</summary>
    public static IEnumerable<string> OverridesLeftBehind() =>
        new LocalMachine().Variables.Keys.Where(n => n.StartsWith(OverridePrefix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    /// <summary>Checks that the settings hold where the driver will run.</summary>
    /// <exception cref="DriverException">They do not.</exception>
    public static void Require(EnvironmentConfiguration configuration, EnvironmentRequest request, PipelineCollection pipelines)
    {
        var engine = (SparkEngineOptions)configuration.Engine;
        var machine = new ClusterFiles(configuration, engine);
        try
        {
            EnvironmentSession.Load(pipelines, request with { File = Path.GetFileName(configuration.File) }, machine);
        }
        catch (ConfigurationException e)
        {
            throw new DriverException(
                $"In the driver's container these settings do not hold:\n{e.Message}\nIt has the files that are shipped ({string.Join(", ", machine.shipped.Keys.Order(StringComparer.Ordinal))}) "
                + "and none of this machine's variables. Write NAME=value into a file that engine.secrets names, or into .env beside the configuration; "
                + "ship other files by engine.conf.spark.yarn.dist.files.",
                e);
        }

        (string Key, string? Path)[] paths =
        [
            ("source.path", (configuration.Source as FilesSourceOptions)?.Path),
            ("target.path", (configuration.Target as DuckDbTargetOptions)?.Path),
        ];
        foreach (var (key, path) in paths.Where(p => p.Path is { } path && !Path.IsPathRooted(path) && !path.Contains("://", StringComparison.Ordinal)))
        {
            throw new DriverException(
                $"{key} is {path} ({configuration.Origin(key)}): a relative path starts at the folder of the configuration file, which in a cluster is the driver's container, gone after the run. "
                + "Give a path that every node has, or an address.");
        }
    }

    /// <inheritdoc/>
    public FileRead Read(string path) => shipped.TryGetValue(path, out var file) ? here.Read(file) : FileRead.Missing;

    // What the user ships: path#name is found under the name.
    private static IEnumerable<string> Listed(SparkEngineOptions engine) =>
        new[] { "spark.files", "spark.yarn.dist.files" }.SelectMany(k => engine.Conf.GetValueOrDefault(k, string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(f => !f.Contains('#', StringComparison.Ordinal));
}
