using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>scripts/spark-submit.sh, beside what it runs. It publishes once for all of these.</summary>
internal sealed class SubmitScriptTests
{
    private const string Here = "master: \"local[2]\"";

    [OneTimeSetUp]
    public async Task Publish() => await SubmitScript.PublishAsync();

    [Test]
    public async Task It_prints_the_command_without_a_secret_and_runs_nothing()
    {
        using var project = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster);
        var end = await PrintAsync(project, "--pipeline", "claims");
        var command = end.IsDone();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(command, Does.StartWith($"env SPARK_HOME={Sparks.Home(YarnCluster.Version)} ").And.EndWith(" job config.yaml \\\n  --pipeline claims\n"));
            Assert.That(command, Does.Contain($"--archives '{Repository.At(".sparketl/submit/Driver/sparketl.tar.gz")}#sparketl'"));
            Assert.That(command + end.Errors, Does.Not.Contain(project.Secret));
            Assert.That(end.Errors, Does.Contain("note: engine.conf.spark.hadoop.sparketl.test.password is not on the command line, for it holds a secret"));
            Assert.That(File.Exists(project.At("results.duckdb")), Is.False);
        }
    }

    [Test]
    public async Task It_exits_as_the_program_does()
    {
        using var project = new ClusterProject(YarnCluster.Version, Here, source: "docs");
        using var submitted = SubmitScript.Run(project, "job", "config.yaml");
        (await submitted.EndAsync()).IsFailure("error: There is no table", "deploy mode client");
    }

    [Test]
    public async Task Its_last_line_is_the_programs_error_also_where_that_ran_in_a_container()
    {
        using var project = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster, source: "docs");
        using var submitted = SubmitScript.Run(project, "job", "config.yaml");
        var end = await submitted.EndAsync();
        Assert.That(end.ExitCode, Is.EqualTo(1));
        Assert.That(end.Errors.TrimEnd().Split('\n')[^1], Does.StartWith("error: There is no table"));
    }

    [Test]
    public async Task An_environment_that_is_not_in_the_file_is_one_error()
    {
        using var project = new ClusterProject(YarnCluster.Version, Here);
        using var submitted = SubmitScript.Run(project, "jop", "config.yaml");
        var end = await submitted.EndAsync();
        end.IsFailure("'jop'");
        Assert.That(end.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("Picked up JAVA_TOOL_OPTIONS", StringComparison.Ordinal)), Has.One.Items);
        Assert.That(Directory.EnumerateFileSystemEntries(project.At("tmp")), Is.Empty);
    }

    // Publishing it is what it costs: the program is a small one, which says what it was asked, and refers to another, as one's own does.
    [Test]
    public async Task A_program_of_ones_own_is_published_once_by_two_submissions_at_the_same_time_and_runs()
    {
        using var project = new ClusterProject(YarnCluster.Version, Here);
        var name = $"own-{project.Marker}";
        foreach (var (program, references) in new[] { ("zebra", string.Empty), (name, "<ItemGroup><ProjectReference Include=\"../zebra/zebra.csproj\" /></ItemGroup>") })
        {
            Directory.CreateDirectory(project.At(program));
            await File.WriteAllTextAsync(
                project.At($"{program}/{program}.csproj"),
                $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>{references}</Project>");
            await File.WriteAllTextAsync(
                project.At($"{program}/Program.cs"),
                $"System.Console.Write(\"echo\\0{program} was asked\\0\"); foreach (var a in args) if (a != \"--null\") System.Console.Write(a + '\\0');");
        }

        var variables = new Dictionary<string, string> { ["SPARKETL_PROJECT"] = project.At(name) };
        try
        {
            using var one = SubmitScript.Run(project, variables, "job", "config.yaml");
            using var other = SubmitScript.Run(project, variables, "job", "config.yaml");
            var ends = await Task.WhenAll(one.EndAsync(SubmitScript.PublishLimit), other.EndAsync(SubmitScript.PublishLimit));
            var archive = Repository.At($".sparketl/submit/{name}/sparketl.tar.gz");
            Assert.That(ends.Select(e => e.IsDone()), Is.All.EqualTo($"{name} was asked submit --archive {archive} job config.yaml\n"));
            Assert.That(ends.Sum(e => e.Errors.Split('\n').Count(l => l.StartsWith("publishing", StringComparison.Ordinal))), Is.EqualTo(1));
            Assert.That(ends.Sum(e => e.Errors.Split('\n').Count(l => l.StartsWith("waiting for another process", StringComparison.Ordinal))), Is.EqualTo(1));
        }
        finally
        {
            Directory.Delete(Repository.At($".sparketl/submit/{name}"), recursive: true);
        }
    }

    private static async Task<ProgramEnd> PrintAsync(ClusterProject project, params string[] arguments)
    {
        using var submitted = SubmitScript.Run(project, ["--print", "job", "config.yaml", .. arguments]);
        return await submitted.EndAsync();
    }
}
