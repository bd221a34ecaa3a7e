using SparkEtl.EndToEnd.Spark.Tests.Ide;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>The claims job by scripts/spark-submit.sh publishes what it does on the embedded engine, wherever it runs.</summary>
internal sealed class ClaimsOnClustersTests
{
    [OneTimeSetUp]
    public async Task Publish() => await SubmitScript.PublishAsync();

    [TestCase("3.5.9")]
    [TestCase("4.3.0")]
    public async Task On_this_machine(string version)
    {
        using var project = new ClusterProject(version, "master: \"local[2]\"");
        using var submitted = Submit(project);
        var end = await submitted.EndAsync();
        Assert.That(end.IsDone(), Is.EqualTo(await Embedded.ReportAsync(project.Folder)), end.Errors);
        Assert.That(end.Errors, Does.Contain($"engine Apache Spark {version}, started by spark-submit, master local[2], deploy mode client, application local-"));
        await IsPublished(project);
    }

    [TestCase("3.5.9")]
    [TestCase("4.3.0")]
    public async Task On_a_standalone_master_with_two_workers(string version)
    {
        using var project = new ClusterProject(version, $"master: {StandaloneCluster.Shared(version).Address}");
        using var submitted = Submit(project);
        var end = await submitted.EndAsync();
        end.IsDone();
        Assert.That(end.Errors, Does.Contain($"started by spark-submit, master {StandaloneCluster.Shared(version).Address}, deploy mode client, application app-"));
        await IsPublished(project);
    }

    // The containers are held to the memory that is asked for where nothing is set.
    [Test]
    public async Task On_YARN_in_client_mode_and_in_cluster_mode_at_once()
    {
        using var here = new ClusterProject(YarnCluster.Version, "master: yarn", memory: string.Empty);
        using var there = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster, memory: string.Empty);
        using var client = Submit(here);
        using var cluster = Submit(there);
        using (var program = await cluster.FindAsync("sparketl/sparketl", "/container_"))
        {
            Assert.That(program.MainModule!.FileName, Does.EndWith("/sparketl"), "the program brings its own .NET");
            Assert.That(await DebuggerDoors.UntilTheEndAsync(program), Is.Empty, "nobody debugs it");
        }

        var ends = await Task.WhenAll(client.EndAsync(), cluster.EndAsync());
        foreach (var (project, submitted, end) in new[] { (here, client, ends[0]), (there, cluster, ends[1]) })
        {
            end.IsDone();
            await IsPublished(project);
            var report = YarnCluster.Shared.Report(await submitted.ApplicationAsync());
            Assert.That(report, Is.EqualTo(new YarnReport("FINISHED", "SUCCEEDED", string.Empty)));
            Assert.That(await submitted.LeftAfterAsync(TimeSpan.FromSeconds(15)), Is.Empty);
        }
    }

    private static Submitted Submit(ClusterProject project) => SubmitScript.Run(project, "job", "config.yaml");

    private static async Task IsPublished(ClusterProject project) =>
        Assert.That(await Embedded.PublishedAsync(project), Is.EqualTo(await Embedded.RowsAsync()).And.Contains("PAID"));
}
