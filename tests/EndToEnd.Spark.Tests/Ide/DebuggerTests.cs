using System.Diagnostics;
using SparkEtl.EndToEnd.Spark.Tests.Clusters;
using SparkEtl.EndToEnd.Spark.Tests.Program;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Ide;

/// <summary>A program that is asked to waits for a debugger, and can be found by one.</summary>
internal sealed class DebuggerTests
{
    private const string Variable = "SPARKETL_WAIT_FOR_DEBUGGER";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Test]
    public async Task It_says_which_process_waits_where_and_for_how_long_and_goes_on_after_that()
    {
        var process = Start("1");
        var id = process.Id;
        var end = await SparkProgram.EndOf(process);
        end.IsDone();
        Assert.That(end.Errors.Split('\n')[..2], Is.EqualTo(new[]
        {
            $"waiting for a debugger: process {id} on {Environment.MachineName}, at most 1 s", "no debugger came; the run goes on without one",
        }));
    }

    [Test]
    public async Task An_interruption_ends_the_wait()
    {
        var process = Start("600");
        Assert.That(await process.StandardError.ReadLineAsync(), Does.StartWith("waiting for a debugger"));
        await Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExitAsync();
        (await SparkProgram.EndOf(process)).IsFailure("error: stopped before the end");
    }

    [TestCase("yes", "1", "SPARKETL_WAIT_FOR_DEBUGGER is 'yes', expected how many seconds to wait, such as 600.")]
    [TestCase("600", "0", "DOTNET_EnableDiagnostics is 0: no debugger can attach.")]
    public async Task What_cannot_be_waited_for_is_refused(string seconds, string diagnostics, string expected)
    {
        (await SparkProgram.EndOf(Start(seconds, diagnostics))).IsFailure(expected);
    }

    // Under --debug it has the variable too, and spark-submit waits for it.
    [Test]
    public async Task What_gives_on_the_words_of_spark_submit_does_not_wait()
    {
        var end = await SparkProgram.EndOf(SparkProgram.Start("3.5.9", start => start.Environment[Variable] = "600", "submission-log"));
        end.IsDone();
        Assert.That(end.Errors, Is.Empty);
    }

    [Test]
    public async Task In_a_container_of_YARN_it_waits_where_a_debugger_of_that_node_finds_it()
    {
        using var project = new ClusterProject(YarnCluster.Version, ClusterProject.Cluster);
        using var submitted = project.Submit(words => [.. words.Take(3), "--conf", $"spark.yarn.appMasterEnv.{Variable}=12", .. words.Skip(3)]);
        using var program = await submitted.FindAsync("dotnet", "sparketl.dll");
        var said = $"waiting for a debugger: process {program.Id} on {Environment.MachineName}, at most 12 s";
        await UntilAsync(() => ErrorsOfContainers(submitted).Contains(said, StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ErrorsOfContainers(submitted), Does.Contain(said));
            Assert.That(DebuggerDoors.In("/tmp", program), Has.One.StartsWith("/tmp/dotnet-diagnostic-"));
            Assert.That(DebuggerDoors.In("/tmp", program).Count(d => d.StartsWith("/tmp/clr-debug-pipe-", StringComparison.Ordinal)), Is.EqualTo(2), "one in, one out");
            Assert.That(YarnCluster.Shared.Report(await submitted.ApplicationAsync()).State, Is.EqualTo("ACCEPTED"), "Spark has not started yet");
        }

        (await submitted.EndAsync()).IsDone();
        Assert.That(await Embedded.PublishedAsync(project), Is.EqualTo(await Embedded.RowsAsync()));
    }

    private static string ErrorsOfContainers(Submitted submitted) => string.Concat(
        Directory.EnumerateFiles(YarnCluster.Shared.Settings, "stderr", SearchOption.AllDirectories)
            .Where(f => submitted.ApplicationAsync() is { IsCompletedSuccessfully: true } id && f.Contains(id.Result, StringComparison.Ordinal)).Select(File.ReadAllText));

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var waiting = Stopwatch.StartNew();
        while (!isSo() && waiting.Elapsed < Soon)
        {
            await Task.Delay(100);
        }
    }

    private static Process Start(string seconds, string diagnostics = "1") =>
        RunProgram.Start(Repository.Root, "dotnet", [RunProgram.SparkEtl, "sql", "select 1", "--env", "local"], start =>
        {
            start.Environment[Variable] = seconds;
            start.Environment["DOTNET_EnableDiagnostics"] = diagnostics;
        });
}
