namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>YARN kills what uses more than its container has, of memory or of address space, and the last line says which setting to raise.</summary>
internal sealed class MemoryOnYarnTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    // A heap that is touched from the start leaves the container nothing else.
    private const string Touched = "-XX:+AlwaysPreTouch";

    // Nearly all of the heap is for what is new, so that a task which keeps nothing soon uses all of it.
    private const string New = "-XX:+UseSerialGC -Xms1000m -Xmn950m -XX:SurvivorRatio=30";
    private const string Wasteful = "select sum(length(concat(repeat('x', 1000), id))) from range(1000000000000)";

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
            conf: [("spark.executor.extraJavaOptions", New), ("spark.task.maxFailures", "1")]);
        using var submitted = project.Run("sql", Wasteful, "--env", "job", "--config", project.ConfigOfDriver);
        (await submitted.EndAsync()).IsFailure("error: YARN killed executors", "physical memory", "engine.executor_overhead");
        Assert.That((await submitted.OverAsync(Soon)).Final, Is.EqualTo("FAILED"));
        Assert.That(await submitted.LeftAfterAsync(Soon), Is.Empty);
    }

    [Test]
    public async Task Executors_whose_heap_is_full_are_told_of_with_their_setting()
    {
        using var project = new ClusterProject(YarnCluster.Version, "master: yarn", memory: "executor_memory: 512m", conf: ("spark.task.maxFailures", "1"));
        using var submitted = project.Run("sql", Full, "--env", "job", "--config", project.ConfigOfDriver);
        (await submitted.EndAsync()).IsFailure("error: ", "ran out of memory", "engine.executor_memory");
        Assert.That(await submitted.LeftAfterAsync(Soon), Is.Empty);
    }

    private static Submitted Submit(ClusterProject project) => SubmitScript.Run(project, "job", "config.yaml");
}
