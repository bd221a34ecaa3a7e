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
    /// <param name="version">The version of Spark.</param>
    /// <param name="arguments">Its command line.</param>
    public static Submitted Run(ClusterProject project, string version, params string[] arguments) => Run(project, version, new Dictionary<string, string>(), arguments);

    /// <summary>Starts it with variables besides those that say where Spark, Java and the cluster are.</summary>
    public static Submitted Run(ClusterProject project, string version, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var here = Variables(project, version);
        var process = RunProgram.Start(project.Folder, "bash", [Repository.At("scripts/spark-submit.sh"), .. arguments], start =>
        {
            foreach (var (name, value) in here.Concat(variables))
            {
                start.Environment[name] = value;
            }
        });
        return new Submitted(process, project.Marker);
    }

    /// <summary>Where Spark, Java and the cluster are, and what the processes of this folder's submissions are known by.</summary>
    private static Dictionary<string, string> Variables(ClusterProject project, string version) => new()
    {
        ["SPARK_HOME"] = Sparks.Home(version),
        ["JAVA_HOME"] = YarnCluster.JavaHome,
        ["HADOOP_CONF_DIR"] = File.ReadAllText(project.At("config.yaml")).Contains("master: yarn", StringComparison.Ordinal) ? YarnCluster.Shared.Settings : "/nowhere",
        ["SPARKETL_TEST"] = project.Marker,
        ["JAVA_TOOL_OPTIONS"] = Sparks.ShortLived,
        ["TMPDIR"] = project.At("tmp"),
    };

    private static async Task<ProgramEnd> PrintAsync()
    {
        using var project = new ClusterProject(YarnCluster.Version, "master: \"local[1]\"");
        using var submitted = Run(project, YarnCluster.Version, "--print", "job", "config.yaml");
        return await submitted.EndAsync(PublishLimit);
    }
}
