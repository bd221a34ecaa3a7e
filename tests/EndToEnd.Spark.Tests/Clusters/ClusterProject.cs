using System.Diagnostics;
using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Submission;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.Processing.Claims;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>A folder with settings of the claims job over samples/, and submissions of it by the program's own command line.</summary>
internal sealed class ClusterProject : IDisposable
{
    /// <summary>The engine on YARN with the driver in a container.</summary>
    public const string Cluster = "master: yarn\n    deploy_mode: cluster";

    /// <summary>Little memory, and JVMs that start fast. Without it memory and JVMs are as the program has them where nothing is set.</summary>
    public const string Small = "executor_memory: 512m";

    private static readonly (string Key, string Value)[] Fast =
        [.. new[] { "spark.driver", "spark.executor", "spark.yarn.am" }.Select(k => ($"{k}.extraJavaOptions", Sparks.ShortLived))];

    private static readonly Lazy<string> Archive = new(Pack);
    private readonly string version;
    private readonly bool onYarn;
    private readonly bool inContainer;
    private readonly bool isSmall;

    /// <summary>Writes the settings of the environment <c>job</c>.</summary>
    /// <param name="version">The version of Spark.</param>
    /// <param name="engine">The keys of the engine.</param>
    /// <param name="source">The folder of the tables.</param>
    /// <param name="memory">The keys of the engine for memory.</param>
    /// <param name="conf">Settings of Spark's.</param>
    public ClusterProject(string version, string engine, string source = "samples/claims", string memory = Small, params (string Key, string Value)[] conf)
    {
        this.version = version;
        inContainer = engine.StartsWith(Cluster, StringComparison.Ordinal);
        onYarn = engine.Contains("yarn", StringComparison.Ordinal);
        isSmall = memory == Small;
        Marker = Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(At("tmp"));
        File.WriteAllText(At(".env"), $"CLUSTER_SECRET={Secret}\n");
        File.WriteAllText(At("config.yaml"), $$"""
            job:
              engine:
                kind: spark
                {{engine}}
                {{memory}}
                instances: 1
                executor_cores: 1
                conf:
                  spark.ui.enabled: "false"
                  spark.sql.shuffle.partitions: 2
                  spark.yarn.stagingDir: file://{{Folder}}/staging
                  spark.yarn.appMasterEnv.SPARKETL_TEST: {{Marker}}
                  spark.yarn.appMasterEnv.SPARKETL_DUCKDB_LIBRARY: {{Library()}}
                  spark.executorEnv.SPARKETL_TEST: {{Marker}}
                  spark.hadoop.sparketl.test.password: ${CLUSTER_SECRET}
                  spark.yarn.report.interval: 500ms
                  spark.yarn.jars: "local:{{Path.Combine(Sparks.Home(version), "jars")}}/*"
                  {{string.Join("\n      ", (isSmall ? Fast : []).Concat(conf).ToDictionary(c => c.Key, c => c.Value).Select(c => $"{c.Key}: \"{c.Value}\""))}}
              source: {kind: files, path: {{Repository.At(source)}}, format: csv}
              target: {kind: duckdb, path: {{At("results.duckdb")}}}
              claims: {}
            embedded:
              source: {kind: files, path: {{Repository.At(source)}}, format: csv}
              target: {kind: duckdb, path: {{At("results.duckdb")}}}
              claims: {}
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sparketl-cluster-").FullName;

    /// <summary>A value in the environment of every process of this folder's submissions.</summary>
    public string Marker { get; }

    /// <summary>A password among Spark's settings, which must not be seen.</summary>
    public string Secret { get; } = $"secret-{Guid.NewGuid():N}";

    public string At(string path) => Path.Combine(Folder, path);

    /// <summary>The configuration file as the driver sees it.</summary>
    public string ConfigOfDriver => inContainer ? "config.yaml" : At("config.yaml");

    /// <summary>Where Spark, Java and the cluster are, and what the processes of this folder's submissions are known by.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["SPARK_HOME"] = Sparks.Home(version),
        ["JAVA_HOME"] = YarnCluster.JavaHome,
        ["HADOOP_CONF_DIR"] = onYarn ? YarnCluster.Shared.Settings : "/nowhere",
        ["SPARKETL_TEST"] = Marker,
        ["JAVA_TOOL_OPTIONS"] = Sparks.ShortLived,
        ["TMPDIR"] = At("tmp"),
    };

    /// <summary>Submits the job.</summary>
    public Submitted Submit() => Submit(words => words);

    /// <summary>Submits something else than the job: a command of the program.</summary>
    public Submitted Run(params string[] arguments) => Submit(words => [.. words.TakeWhile(w => w != "job"), .. arguments]);

    /// <summary>Submits the job by a command line that is changed.</summary>
    public Submitted Submit(Func<IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        using var words = new StringWriter();
        using var notes = new StringWriter();
        new SubmitCommand(new PipelineCollection().Add<ClaimsPipeline>(), new EnvironmentRequest("job", At("config.yaml"), []), Here())
            .Run(Program, Archive.Value, [], nullSeparated: true, words, notes);
        var command = change(words.ToString().Split('\0')[..^1]);
        return Start(command[0], [.. command.Skip(1)], Variables);
    }

    /// <summary>Starts a program in the folder, with variables of its environment.</summary>
    public Submitted Start(string program, string[] arguments, IEnumerable<KeyValuePair<string, string>> variables) => new(
        RunProgram.Start(Folder, program, arguments, start =>
        {
            foreach (var (name, value) in variables)
            {
                start.Environment[name] = value;
            }
        }),
        Marker);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Program => Path.Combine(Path.GetDirectoryName(typeof(Driver.SparkEtlApp).Assembly.Location)!, "sparketl.dll");

    private Surroundings Here() => Surroundings.OfThisProcess() with
    {
        Variable = name => Variables.GetValueOrDefault(name) ?? (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null),
    };

    private static string Library() => Environment.GetEnvironmentVariable("SPARKETL_DUCKDB_LIBRARY")
        ?? Directory.EnumerateFiles(Repository.At(".sparketl/native"), "libduckdb.so", SearchOption.AllDirectories).First();

    // The program of this build; the machines of the tests have a .NET.
    private static string Pack()
    {
        var archive = Path.Combine(Path.GetTempPath(), $"sparketl-{Environment.ProcessId}.tar.gz");
        using var tar = Process.Start("bash", ["-c", "tar -cf - -C \"$0\" --exclude='*.Tests.*' --exclude='*.xml' . | gzip -1 > \"$1\"", Path.GetDirectoryName(Program)!, archive]);
        tar.WaitForExit();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(archive);
        return archive;
    }
}
