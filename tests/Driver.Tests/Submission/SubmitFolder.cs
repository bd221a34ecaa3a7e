using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Submission;
using SparkEtl.Processing.Claims;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.Driver.Tests.Submission;

/// <summary>A folder that stands for a machine with Java, Spark and the settings of an environment <c>prod</c>.</summary>
internal sealed class SubmitFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("sparketl-submit-").FullName;

    public SubmitFolder(string engine, string rest = "")
    {
        Write("java/bin/java", string.Empty);
        Write("java/release", "JAVA_VERSION=\"17.0.15\"\n");
        Write("spark/jars/spark-core_2.12-3.5.9.jar", string.Empty);
        Write("spark/bin/spark-submit", string.Empty);
        Write("jdbc/postgresql-1.jar", string.Empty);
        Write("app/.sparketl/jvm/sparketl-jvm.jar", string.Empty);
        Write("config.yaml", $"prod:\n  engine: {{kind: spark, {engine}}}\n  claims: {{}}\n  source: {{kind: files, path: /data}}\n{rest}");
        Variables["JAVA_HOME"] = At("java");
        Variables["SPARK_HOME"] = At("spark");
        Variables["SPARKETL_JDBC"] = At("jdbc");
        Variables["HADOOP_CONF_DIR"] = "/etc/hadoop/conf";
    }

    public Dictionary<string, string> Variables { get; } = [];

    public string Notes { get; private set; } = string.Empty;

    public string At(string path) => Path.Combine(root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>The command, the folder's own path as ROOT.</summary>
    public string[] Submit(params string[] arguments) => Run(arguments, nullSeparated: true).Split('\0')[..^1];

    /// <summary>The value of a setting on the command line; null when it is not there.</summary>
    public string? Setting(string key) => Submit().FirstOrDefault(w => w.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];

    public string Run(string[] arguments, bool nullSeparated)
    {
        using var output = new StringWriter();
        using var notes = new StringWriter();
        new SubmitCommand(
            new PipelineCollection().Add<ClaimsPipeline>(), new EnvironmentRequest("prod", At("config.yaml"), []), new Surroundings(Variables.GetValueOrDefault, [At("app")]))
            .Run(At("app/sparketl"), At("app.tar.gz"), arguments, nullSeparated, output, notes);
        Notes = notes.ToString().Replace(root, "ROOT", StringComparison.Ordinal);
        return output.ToString().Replace(root, "ROOT", StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
