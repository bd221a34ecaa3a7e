using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>scripts/spark-submit.sh as a user starts it, in a folder of one's own.</summary>
internal static class SubmitScript
{
    /// <summary>How long publishing may take.</summary>
    public static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(15);

    private static readonly Lazy<Task<ProgramEnd>> Once = new(PrintAsync);

    /// <summary>Has it publish the program where none is published or a source is newer; once for all tests.</summary>
    public static async Task PublishAsync() => (await Once.Value).IsDone();

    /// <summary>Starts it over the settings of a folder.</summary>
    /// <param name="project">The folder.</param>
    /// <param name="arguments">Its command line.</param>
    public static Submitted Run(ClusterProject project, params string[] arguments) => Run(project, new Dictionary<string, string>(), arguments);

    /// <summary>Starts it with more variables than those of the folder.</summary>
    public static Submitted Run(ClusterProject project, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        project.Start("bash", [Repository.At("scripts/spark-submit.sh"), .. arguments], project.Variables.Concat(variables));

    private static async Task<ProgramEnd> PrintAsync()
    {
        using var project = new ClusterProject(YarnCluster.Version, "master: \"local[1]\"");
        using var submitted = Run(project, "--print", "job", "config.yaml");
        return await submitted.EndAsync(PublishLimit);
    }
}
