namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>Runs and readers at the same time.</summary>
[TestFixture("Postgres")]
[TestFixture("Redshift")]
internal sealed class RunsAtOnceTests(string product)
{
    private ServerDatabase database = null!;

    [SetUp]
    public async Task Create() => database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());

    [Test]
    public async Task Runs_of_one_pipeline_at_once_follow_each_other_and_never_mix()
    {
        await Task.WhenAll(Enumerable.Range(1, 4).Select(run => Task.Run(
            () => database.Target(product).PublishAsync(Some.Run(), [Some.Repeated("a", run, 3000), Some.Repeated("b", run, 2000)], CancellationToken.None))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await database.QueryAsync("SELECT count(*), count(DISTINCT n) FROM marts.a UNION ALL SELECT count(*), count(DISTINCT n) FROM marts.b"),
                Is.EqualTo(new[] { "3000|1", "2000|1" }));
            Assert.That(await database.QueryAsync("SELECT DISTINCT n FROM marts.a"), Is.EqualTo(await database.QueryAsync("SELECT DISTINCT n FROM marts.b")));
            Assert.That(await database.CountAsync("marts._sparketl_runs"), Is.EqualTo(4));
            Assert.That(await database.AllTablesAsync(), Has.None.StartsWith("_sparketl_staging_"));
        }
    }

    [Test]
    public async Task A_run_that_waits_too_long_for_another_says_so_and_changes_nothing()
    {
        var (slow, running) = await RunInTheMiddleAsync("claims");

        var error = Assert.ThrowsAsync<WarehouseException>(
            () => database.Target(product, waitSeconds: 1).PublishAsync(Some.Run(), [Some.Repeated("a", 2, 10)], CancellationToken.None))!;

        slow.Set();
        await running;
        Assert.That(error.Message, Does.StartWith("Another run ").And.Contain("after 1 s").And.EndWith("The published tables are as they were."));
        Assert.That(error.IsTransient, Is.True);
        Assert.That(await database.QueryAsync("SELECT DISTINCT n FROM marts.a"), Is.EqualTo(new[] { "1" }));
        Assert.That(await database.AllTablesAsync(), Has.None.StartsWith("_sparketl_staging_"));
    }

    [Test]
    public async Task Readers_see_the_old_rows_or_the_new_ones_of_all_tables()
    {
        await database.Target(product).PublishAsync(Some.Run(), [Some.Repeated("a", 0, 5000), Some.Repeated("b", 0, 5000)], CancellationToken.None);
        using var done = new CancellationTokenSource();
        var seen = Task.Run(async () =>
        {
            var rows = new List<string>();
            while (!done.IsCancellationRequested)
            {
                rows.AddRange(await database.QueryAsync(
                    "SELECT (SELECT count(*) || ' ' || min(n) || ' ' || max(n) FROM marts.a), (SELECT count(*) || ' ' || min(n) || ' ' || max(n) FROM marts.b)"));
            }

            return rows;
        });
        for (var run = 1; run <= 5; run++)
        {
            await database.Target(product).PublishAsync(Some.Run(), [Some.Repeated("a", run, 5000), Some.Repeated("b", run, 5000)], CancellationToken.None);
        }

        await done.CancelAsync();

        var rows = await seen;
        Assert.That(rows, Has.Count.GreaterThan(5));
        Assert.That(rows.Distinct(), Is.SubsetOf(Enumerable.Range(0, 6).Select(i => $"5000 {i} {i}|5000 {i} {i}")));
        Assert.That(rows.Distinct().Count(), Is.GreaterThan(1));
    }

    [Test]
    public async Task Staging_tables_of_a_run_that_lives_are_left_alone()
    {
        var (slow, running) = await RunInTheMiddleAsync("claims");
        if (product == "Postgres")
        {
            await database.Target(product).PublishAsync(Some.Run("visits"), [Some.Repeated("c", 3, 10)], CancellationToken.None);
            Assert.That(await database.AllTablesAsync(), Has.Exactly(1).StartsWith("_sparketl_staging_"));
        }
        else
        {
            // There, runs of one schema follow each other, and staging tables are seen by nobody else.
            Assert.That(await database.AllTablesAsync(), Is.EqualTo(new[] { "_sparketl_lock", "_sparketl_runs" }));
        }

        slow.Set();
        await running;
        Assert.That(await database.AllTablesAsync(), Has.None.StartsWith("_sparketl_staging_").And.Contain("a"));
    }

    /// <summary>A run that stages, and goes on when told.</summary>
    private async Task<(ManualResetEventSlim Proceed, Task Run)> RunInTheMiddleAsync(string pipeline)
    {
        var proceed = new ManualResetEventSlim();
        var reached = new TaskCompletionSource();
        var running = Task.Run(() => database.Target(product).PublishAsync(
            Some.Run(pipeline),
            [Some.Repeated("a", 1, 10, row =>
            {
                if (row == 5)
                {
                    reached.SetResult();
                    proceed.Wait();
                }
            })],
            CancellationToken.None));
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return (proceed, running);
    }
}
