using SparkEtl.Utils.Configuration.Yaml;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>
/// The file that <c>engine.secrets</c> names: lines as in <c>.env</c>. A cluster puts the files that are shipped into one folder, so that a
/// file of its name beside the configuration file stands for it where its path leads nowhere.
/// </summary>
internal static class SecretsFile
{
    /// <summary>The key, for errors.</summary>
    public const string Path = "engine.secrets";

    private const string Key = "secrets";

    /// <summary>The path as it is written; null when there is none.</summary>
    public static ScalarNode? Named(MapNode environment) =>
        (environment[EnvironmentShape.Engine] as MapNode)?[Key] is ScalarNode { IsNull: false } named ? named : null;

    /// <summary>Its variables; null when there is no such file, which is then among the problems.</summary>
    /// <param name="named">The path as it is written.</param>
    /// <param name="directory">The folder of the configuration file.</param>
    /// <param name="machine">Where it is read.</param>
    /// <param name="problems">What is wrong with it.</param>
    public static (string File, IReadOnlyDictionary<string, string> Variables)? Read(ScalarNode named, string directory, IMachine machine, ProblemList problems)
    {
        string file = System.IO.Path.Combine(directory, named.Text);
        string beside = System.IO.Path.Combine(directory, System.IO.Path.GetFileName(named.Text));
        if (machine.Read(file).IsMissing && !machine.Read(beside).IsMissing) file = beside;
        if (machine.Read(file).IsMissing)
        {
            problems.Add(named.Origin, $"{Path} names {file}, which is not there; correct the path, or take the key out to use the variables of the environment");
            return null;
        }
        return (file, DotEnvFile.Read(machine, file, problems));
    }
}
