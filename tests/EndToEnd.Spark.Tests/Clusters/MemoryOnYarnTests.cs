namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>YARN kills what uses more than its container has, of memory or of address space, and the last line says which setting to raise.</summary>
internal sealed class MemoryOnYarnTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    // A heap that is touched from the start leaves the container nothing else.
    private const string Touched = "-XX:+AlwaysPreTouch";

    // Fills the heap of a task, and no more than that.
    private const string Full = "select size(collect_list(concat(repeat('x', 100000), id))) from range(0, 8000, 1, 1)";

    [Test]
    public async Task A_driver_that_uses_too_much_is_killed()
    {
        using var full = new ClusterProject(
            YarnCluster.Version, ClusterProject.Cluster, memory: "driver_memory: 1000m\n    driver_overhead: 1m", conf: ("spark.driver.extraJavaOptions", $"{Touched} -Xms1000m"));
        using var reserved = new ClusterProject(
            YarnCluster.Version, ClusterProject.Cluster, memory: string.Empty, conf: ("spark.driver.extraJavaOptions", "-XX:CompressedClassSpaceSize=3g"));
        await SubmitScript.PublishAsync();
        foreach (var (job, kind) in new[] { (Submit(full), "physical"), (Submit(reserved), "virtual") })
        {
            using var submitted = job;
            var end = await submitted.EndAsync();
            var report = await submitted.OverAsync(Soon);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(end.ExitCode, Is.EqualTo(1), end.Errors);
                Assert.That(report.Final, Is.EqualTo("FAILED"));
                Assert.That(end.Errors.TrimEnd().Split('\n')[^1], Does.StartWith("error: YARN killed the driver's container").And.Contains($"{kind} memory").And.Contains("engine.driver_overhead"));
                Assert.That(await submitted.LeftAfterAsync(Soon), Is.Empty);
            }
        }

        Assert.That(File.Exists(full.At("results.duckdb")), Is.False);
    }

    [Test]
    public async Task Executors_that_use_too_much_in_a_task_are_killed_and_the_program_says_so()
    {
        using var project = new ClusterProject(
            YarnCluster.Version,
            "master: yarn",
            memory: "executor_memory: 1000m\n    executor_overhead: 1m",
            conf: [("spark.executor.extraJavaOptions", "-Xms1000m"), ("spark.task.maxFailures", "1")]);
        using var submitted = project.Run("sql", Full, "--env", "job", "--config", project.ConfigOfDriver);
        (await submitted.EndAsync()).IsFailure("error: YARN killed executors", "physical memory", "engine.executor_overhead");
        Assert.That((await submitted.OverAsync(Soon)).Final, Is.EqualTo("FAILED"));
        Assert.That(await submitted.LeftAfterAsync(Soon), Is.Empty);
    }

    private static Submitted Submit(ClusterProject project) => SubmitScript.Run(project, YarnCluster.Version, "job", "config.yaml");
}
