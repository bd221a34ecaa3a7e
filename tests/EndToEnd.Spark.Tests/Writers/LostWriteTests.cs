using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SparkEtl.Driver.Runs.Writers;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Warehouse;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.Writers;

/// <summary>What ends Spark's tasks in the middle of a write leaves the old rows.</summary>
[Category("Spark")]
internal sealed class LostWriteTests
{
    private const string Version = "4.3.0";
    private const string Writing = "FROM pg_stat_activity WHERE application_name LIKE 'sparketl %'";
    private const long Endless = 3_000_000;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private PostgresServer server = null!;
    private ServerDatabase database = null!;

    [SetUp]
    public async Task Start()
    {
        JdbcDrivers.NeededOn(Version);
        server = await PostgresServer.StartAsync();
        database = await ServerDatabase.CreateAsync(server);
        await PublishAsync(3, CancellationToken.None);
    }

    [TearDown]
    public async Task Stop()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    [Test]
    public async Task A_server_that_is_killed_is_told_and_the_next_run_cleans_up()
    {
        var run = PublishAsync(Endless, CancellationToken.None);
        await UntilItWritesAsync(run);
        await server.KillAsync();

        var error = Assert.ThrowsAsync<WarehouseException>(() => run)!;

        TestContext.Out.WriteLine(error.Message);
        Assert.That(error.Message, Does.Contain("cannot be written by Spark").And.Contain("run again").And.Contain("as they were").And.Not.Contain("\n"));
        await server.StartAgainAsync();
        Assert.That(await database.CountAsync("marts.t"), Is.EqualTo(3));
        // Its staging table may be left, or was not yet on the disk of a server that does not wait for that.
        Assert.That(await database.AllTablesAsync(), Has.Length.InRange(2, 3));
        await PublishAsync(5, CancellationToken.None);
        Assert.That(await database.AllTablesAsync(), Is.EqualTo(new[] { "_sparketl_runs", "t" }));
        Assert.That(await database.CountAsync("marts.t"), Is.EqualTo(5));
    }

    [Test]
    public async Task A_run_that_is_stopped_ends_its_connections_and_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var run = PublishAsync(Endless, stop.Token);
        await UntilItWritesAsync(run);
        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();

        Assert.That(() => run, Throws.InstanceOf<OperationCanceledException>());

        TestContext.Out.WriteLine($"ended after {watch.ElapsedMilliseconds} ms");
        Assert.That(await database.QueryAsync($"SELECT count(*) {Writing}"), Is.EqualTo(new[] { "0" }));
        Assert.That(await database.AllTablesAsync(), Is.EqualTo(new[] { "_sparketl_runs", "t" }));
        Assert.That(await database.CountAsync("marts.t"), Is.EqualTo(3));
    }

    private async Task UntilItWritesAsync(Task run)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await database.CountAsync($"(SELECT 1 {Writing} AND query LIKE 'INSERT%') AS w") == 0)
        {
            Assert.That(run.IsCompleted, Is.False, "it ended before it wrote");
            await Task.Delay(50, limit.Token);
        }
    }

    private Task<IReadOnlyList<(string Table, long Rows)>> PublishAsync(long rows, CancellationToken cancellation)
    {
        var frame = Sparks.Session(Version).Range(0, rows).ToDF();
        var table = new PublishedTable("t", frame.Schema(), []) { Engine = SparkRows.Of(database.Address, TargetWriter.Spark, NullLogger.Instance, "t", frame) };
        return database.Target().PublishAsync(new RunRecord(Guid.NewGuid(), "test", "local", DateTimeOffset.UnixEpoch), [table], cancellation);
    }
}
