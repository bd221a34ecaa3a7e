using System.Diagnostics;
using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.Spark.Jvm.Tests.Engine;

/// <summary>The JVM lives as long as the program, and the program notices when it does not.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class LifeTests(string version)
{
    [OneTimeSetUp]
    public void Needs_that_Spark() => _ = Sparks.Required(version);

    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    [Test]
    public void A_killed_JVM_is_one_clear_error()
    {
        using var engine = Sparks.StartAnother(version);
        using (var jvm = Process.GetProcessById(engine.Session.ProcessId))
        {
            jvm.Kill();
        }

        Assert.That(() => Some.Rows(engine, "select 1"), Throws.TypeOf<LaunchException>().With.Message.Contains("ended with exit code 137"));
    }

    [Test]
    public void A_JVM_killed_in_the_middle_of_an_action_is_one_clear_error()
    {
        using var engine = Sparks.StartAnother(version);
        using var jvm = Process.GetProcessById(engine.Session.ProcessId);
        using var kill = new Timer(_ => jvm.Kill(), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        Assert.That(() => Some.Rows(engine, "select sum(id) from range(100000000000)"), Throws.TypeOf<LaunchException>().With.Message.Contains("ended with exit code 137"));
    }

    [Test]
    public void The_JVM_ends_with_the_engine()
    {
        var engine = Sparks.StartAnother(version);
        using var jvm = Process.GetProcessById(engine.Session.ProcessId);
        engine.Dispose();
        Assert.That(jvm.WaitForExit(FiveSeconds), Is.True);
    }

    [Test]
    public void A_cancelled_action_stops_soon_and_the_engine_goes_on()
    {
        var engine = Sparks.Engine(version);
        Assert.That(Some.Rows(engine, "select sum(id) from range(10)"), Has.Count.EqualTo(1));
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        Assert.That(
            () => engine.Run(Some.Plan("select sum(sqrt(id)) from range(1000000000000)"), source.Token).Dispose(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(watch.Elapsed, Is.LessThan(FiveSeconds));
        Assert.That(Some.Rows(engine, "select 1"), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_long_action_tells_how_far_it_is()
    {
        var told = new List<double>();
        using var engine = Sparks.StartAnother(version, onProgress: fraction =>
        {
            lock (told)
            {
                told.Add(fraction);
            }
        });
        Some.Rows(engine, "select count(distinct id % 1000003) from range(0, 60000000, 1, 20)");
        lock (told)
        {
            Assert.That(told, Is.Not.Empty.And.All.InRange(0, 1));
            Assert.That(told.Max(), Is.GreaterThan(0));
        }
    }

    [Test]
    public void The_token_is_on_no_command_line_and_the_terminals_interrupt_does_not_reach_the_JVM()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("NOT RUN: it reads /proc. Run it on Linux.");
        }

        var session = Sparks.Engine(version).Session;
        var command = File.ReadAllText($"/proc/{session.ProcessId}/cmdline");
        var status = File.ReadAllText($"/proc/{session.ProcessId}/stat");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(command, Does.Contain("sparketl.GatewayMain").And.Not.Contain(session.Endpoint.Token.Reveal()));
            Assert.That(status[(status.LastIndexOf(')') + 2)..].Split(' ')[2], Is.EqualTo($"{session.ProcessId}"), "the process group is its own");
        }
    }
}
