using System.Diagnostics;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>Whatever is killed, YARN soon says how the job ended, nothing is left running, and the job can be submitted again.</summary>
internal sealed class FaultsOnYarnTests
{
    private const string Endless = "select sum(sqrt(id)) from range(1000000000000)";
    private const string Program = "dotnet";
    private const string Java = "java";
    private const string ApplicationMaster = "deploy.yarn.ApplicationMaster";
    private const string Executor = "YarnCoarseGrainedExecutorBackend";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    [Test]
    public async Task The_program_in_a_container_is_killed()
    {
        using var project = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster);
        using var submitted = await Started(project);
        await Kill(submitted, Program, "sparketl.dll");
        await IsOver(submitted, "FAILED", "exit code 137 (signal 9)");
    }

    [Test]
    public async Task The_driver_in_client_mode_is_killed()
    {
        using var project = new ClusterProject(YarnCluster.Version, "master: yarn");
        using var submitted = await Started(project);
        using var program = await submitted.FindAsync(Program, "sparketl.dll");
        Processes.Kill(submitted.Id);
        Assert.That(program.WaitForExit(TimeSpan.FromSeconds(5)), Is.True, "the program sees that its JVM is gone");
        var end = await submitted.EndAsync();
        Assert.That(end.ExitCode, Is.EqualTo(137));
        Assert.That(end.Errors.Split('\n').Where(l => l.StartsWith("error:", StringComparison.Ordinal)), Has.One.Contains("The driver's JVM, which spark-submit started, is gone"));
        await IsOver(submitted, "FAILED", string.Empty);
    }

    [Test]
    public async Task The_application_master_with_the_driver_is_killed_and_the_job_is_submitted_again()
    {
        using var project = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster);
        using (var submitted = await Started(project))
        {
            await Kill(submitted, Java, ApplicationMaster);
            await IsOver(submitted, "FAILED", string.Empty);
        }

        using var again = project.Submit();
        (await again.EndAsync()).IsDone();
        Assert.That(await Embedded.PublishedAsync(project), Is.EqualTo(await Embedded.RowsAsync()));
    }

    [TestCase(ClusterProject.Cluster)]
    [TestCase("master: yarn")]
    public async Task YARN_kills_the_application(string engine)
    {
        using var project = new ClusterProject(YarnCluster.Version, engine);
        using var submitted = await Started(project);
        YarnCluster.Shared.Kill(await submitted.ApplicationAsync());
        await IsOver(submitted, "KILLED", string.Empty);
    }

    [Test]
    public async Task An_executor_is_killed_and_the_job_is_done_all_the_same_without_a_secret_on_any_command_line()
    {
        using var project = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster);
        using var submitted = project.Submit();
        await Kill(submitted, Java, Executor);
        Assert.That(submitted.CommandLines().Values, Has.None.Contains(project.Secret).And.Some.Contains(ApplicationMaster));
        var end = await submitted.EndAsync();
        end.IsDone();
        Assert.That(end.Output + end.Errors, Does.Not.Contain(project.Secret));
        Assert.That(await Embedded.PublishedAsync(project), Is.EqualTo(await Embedded.RowsAsync()));
        await IsOver(submitted, "SUCCEEDED", string.Empty);
    }

    // When the query runs on an executor.
    private static async Task<Submitted> Started(ClusterProject project)
    {
        var submitted = project.Run("sql", Endless, "--env", "job", "--config", project.ConfigOfDriver);
        using var executor = await submitted.FindAsync(Java, Executor);
        var waiting = Stopwatch.StartNew();
        while (!executor.HasExited && waiting.Elapsed < TimeSpan.FromMinutes(2) && !Processes.HasTask(executor.Id))
        {
            await Task.Delay(100);
        }

        return submitted;
    }

    private static async Task Kill(Submitted submitted, string program, string text)
    {
        using var process = await submitted.FindAsync(program, text);
        Processes.Kill(process.Id);
    }

    private static async Task IsOver(Submitted submitted, string final, string diagnostics)
    {
        var report = await submitted.OverAsync(Soon);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Final, Is.EqualTo(final), report.Diagnostics);
            Assert.That(report.Diagnostics, Does.Contain(diagnostics));
        }

        await submitted.EndAsync();
        Assert.That(await submitted.LeftAfterAsync(Soon), Is.Empty);
    }
}
