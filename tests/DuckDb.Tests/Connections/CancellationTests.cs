using System.Diagnostics;

namespace SparkEtl.DuckDb.Tests;

public sealed class CancellationTests : DatabaseTests
{
    private const string Endless = "SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(10000000) b(i)";

    /// <summary>What a stop may take on a machine that is busy with other tests; idle it takes some milliseconds.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [TestCase(Endless)]
    [TestCase("SELECT i % 100000, count(DISTINCT j) FROM range(100000) a(i), range(100000) b(j) GROUP BY ALL")]
    [TestCase("CREATE TABLE big AS SELECT a.i FROM range(10000000) a(i), range(10000000) b(i) WHERE a.i + b.i < 0")]
    public void A_token_stops_a_query_that_runs(string sql)
    {
        using var source = new CancellationTokenSource();
        var sinceCancelled = new Stopwatch();
        source.Token.Register(sinceCancelled.Start);
        source.CancelAfter(200);
        OperationCanceledException error = Assert.Throws<OperationCanceledException>(() => Connection.Execute(sql, source.Token))!;
        Assert.That(sinceCancelled.Elapsed, Is.LessThan(Soon));
        Assert.That(error.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(Connection.Value("SELECT 'usable'"), Is.EqualTo("usable"));
    }

    [Test]
    public void A_token_stops_a_query_that_runs_a_function_written_in_CSharp()
    {
        Connection.RegisterScalar(Some.OfLongs("same", value => value) with { IsVolatile = true });
        using var source = new CancellationTokenSource(200);
        Assert.Throws<OperationCanceledException>(() => Connection.Execute("SELECT sum(same(a.i)) FROM range(10000000) a(i), range(10000000) b(i)", source.Token));
    }

    [Test]
    public void A_token_stops_rows_that_are_being_fetched()
    {
        using var source = new CancellationTokenSource();
        using DuckDbResult result = Connection.Query("SELECT a.i + b.i FROM range(10000000) a(i), range(10000000) b(i)", source.Token);
        for (int i = 0; i < 100; i++)
            Assert.That(result.NextChunk(), Is.Not.Null);
        source.Cancel();
        var clock = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() => result.NextChunk());
        Assert.That(clock.Elapsed, Is.LessThan(Soon));
    }

    [Test]
    public void A_token_stops_a_fetch_that_finds_no_rows()
    {
        using var source = new CancellationTokenSource(200);
        Assert.Throws<OperationCanceledException>(() =>
        {
            using DuckDbResult result = Connection.Query("SELECT a.i FROM range(10000000) a(i), range(10000000) b(i) WHERE a.i + b.i < 0", source.Token);
            result.NextChunk();
        });
    }

    [Test]
    public void A_token_cancelled_before_runs_nothing()
    {
        Assert.Throws<OperationCanceledException>(() => Connection.Execute("CREATE TABLE t(i INTEGER)", new CancellationToken(canceled: true)));
        Assert.That(Connection.Error("SELECT * FROM t").Type, Is.EqualTo(DuckDbErrorType.Catalog));
    }

    [Test]
    public void A_token_cancelled_afterwards_stops_nothing()
    {
        using var source = new CancellationTokenSource();
        Connection.Execute("SELECT 1", source.Token);
        source.Cancel();
        Assert.That(Connection.Value("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public void A_token_may_be_cancelled_when_the_connection_is_gone()
    {
        using var source = new CancellationTokenSource();
        using DuckDbResult result = Connection.Query("SELECT * FROM range(1000000)", source.Token);
        Connection.Dispose();
        Assert.That(source.Cancel, Throws.Nothing);
    }

    [Test]
    public void Interrupt_stops_a_query_from_another_thread()
    {
        using var timer = new Timer(_ => Connection.Interrupt(), null, 200, Timeout.Infinite);
        Assert.Throws<OperationCanceledException>(() => Connection.Execute(Endless));
    }

    [Test]
    public void A_result_disposed_half_way_stops_its_query()
    {
        for (int i = 0; i < 5; i++)
        {
            using DuckDbResult result = Connection.Query("SELECT a.i + b.i FROM range(10000000) a(i), range(10000000) b(i)");
            Assert.That(result.NextChunk(), Is.Not.Null);
        }
        Assert.That(Connection.Value("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public void Progress_grows_while_a_query_runs()
    {
        Connection.Execute("CREATE TABLE t AS SELECT i FROM range(2000000) t(i)");
        Assert.That(Connection.Progress, Is.Null);
        var seen = new List<double>();
        using var timer = new Timer(
            _ =>
            {
                if (Connection.Progress is { } progress)
                    seen.Add(progress);
            },
            null,
            0,
            5);
        Connection.Execute("SELECT i % 1000, count(DISTINCT hash(i)) FROM t GROUP BY 1");
        timer.Change(Timeout.Infinite, Timeout.Infinite);
        Assert.That(seen, Is.Not.Empty.And.All.InRange(0.0, 1.0));
        Assert.That(seen.Max(), Is.GreaterThan(0));
    }
}
