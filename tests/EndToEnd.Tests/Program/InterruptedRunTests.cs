using System.Diagnostics;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>Runs that end before their end.</summary>
[Platform("Linux,MacOsX")]
internal sealed class InterruptedRunTests
{
    private SalesFolder folder = null!;

    [SetUp]
    public async Task Publish()
    {
        folder = new SalesFolder();
        (await folder.RunAsync("local")).IsDone();
        folder.WriteSales(3000);
    }

    [TearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task A_run_that_is_killed_while_publishing_leaves_the_old_result_and_the_next_run_replaces_it()
    {
        using var run = await WhilePublishing();
        run.Kill();
        await run.WaitForExitAsync();

        Assert.That(await Shown(), Is.EqualTo("shop,total\nnorth,10.00\nsouth,3.00\n"));

        folder.Write("in/SALE.csv", "SHOP,AMOUNT,DAY\neast,1.00,2024-01-01\n");
        (await folder.RunAsync("local")).IsDone();
        Assert.That(await Shown(), Is.EqualTo("shop,total\neast,1.00\n"));
    }

    [Test]
    public async Task Ctrl_C_stops_it_within_two_seconds_with_the_old_result()
    {
        using var run = await WhilePublishing();
        var errors = run.StandardError.ReadToEndAsync();
        var time = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-INT", run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await run.WaitForExitAsync();
        time.Stop();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(time.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
            Assert.That(await errors, Does.Contain("stopped").And.Not.Contain("   at "));
        }

        Assert.That(await Shown(), Is.EqualTo("shop,total\nnorth,10.00\nsouth,3.00\n"));
    }

    [Test]
    public async Task A_target_that_another_process_has_open_is_a_failure_that_says_so()
    {
        using var run = await WhilePublishing();
        try
        {
            (await folder.RunAsync("local")).IsFailure(folder.Target, "lock");
        }
        finally
        {
            run.Kill();
            await run.WaitForExitAsync();
        }
    }

    private async Task<string> Shown() => (await folder.RunAsync("show", "by_shop", "--env", "local", "--format", "csv")).IsDone();

    /// <summary>A run that has begun to write its staging table, and would go on for hours.</summary>
    private async Task<Process> WhilePublishing()
    {
        var before = Size();
        var run = folder.Start("local", "--set", "sales.pairs=true");
        var time = Stopwatch.StartNew();
        while (Size() < before + 100_000)
        {
            if (run.HasExited || time.Elapsed > TimeSpan.FromMinutes(2))
            {
                run.Kill();
                Assert.Fail("The run wrote nothing: " + await run.StandardError.ReadToEndAsync());
            }

            await Task.Delay(50);
        }

        return run;
    }

    private long Size() => new FileInfo(folder.Target).Length + (File.Exists(folder.Target + ".wal") ? new FileInfo(folder.Target + ".wal").Length : 0);
}
