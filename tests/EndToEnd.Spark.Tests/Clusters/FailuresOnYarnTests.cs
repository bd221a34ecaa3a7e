namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>A job that fails is FAILED for YARN, and says why where one looks first.</summary>
internal sealed class FailuresOnYarnTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    [Test]
    public async Task In_client_mode_spark_submit_exits_with_the_programs_code()
    {
        using var project = new ClusterProject(YarnCluster.Version, "master: yarn", source: "docs");
        using var submitted = project.Submit();
        (await submitted.EndAsync()).IsFailure("error: There is no table", "deploy mode client");
        Assert.That((await submitted.OverAsync(Soon)).Final, Is.EqualTo("FAILED"));
        Assert.That(await submitted.LeftAfterAsync(Soon), Is.Empty);
    }

    [Test]
    public async Task In_cluster_mode_the_diagnostics_hold_the_programs_error()
    {
        using var noTable = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster, source: "docs");
        using var noSettings = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster);
        using var noSecret = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster);
        (Submitted Submitted, string Expected)[] jobs =
        [
            (noTable.Submit(), "error: There is no table"),
            (noSettings.Submit(words => [.. words.SkipLast(1), "other.yaml"]), "error: other.yaml: the file cannot be read: there is no such file"),
            (noSecret.Submit(words => [.. words.Select(w => w.Replace($",{noSecret.At(".env")}", string.Empty, StringComparison.Ordinal))]), "${CLUSTER_SECRET} is not set"),
        ];
        foreach (var (submitted, expected) in jobs)
        {
            using var job = submitted;
            var end = await job.EndAsync();
            var report = await job.OverAsync(Soon);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(end.ExitCode, Is.EqualTo(1), end.Errors);
                Assert.That(report.Final, Is.EqualTo("FAILED"));
                Assert.That(report.Diagnostics, Does.Contain(expected));
                Assert.That(await job.LeftAfterAsync(Soon), Is.Empty);
            }
        }
    }
}
