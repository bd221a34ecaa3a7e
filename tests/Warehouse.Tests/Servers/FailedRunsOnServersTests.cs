using System.Diagnostics;
using System.Globalization;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>A run that ends in the middle, however it ends, leaves the old tables; the next run leaves nothing else.</summary>
[TestFixture("Postgres")]
[TestFixture("Redshift")]
internal sealed class FailedRunsOnServersTests(string product)
{
    private ServerDatabase database = null!;

    private string[] Published => product == "Postgres" ? ["_sparketl_runs", "first", "t"] : ["_sparketl_lock", "_sparketl_runs", "first", "t"];

    [SetUp]
    public async Task Publish()
    {
        database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());
        await PublishAsync(Some.Repeated("first", 1, 10), Some.Repeated("t", 1, 200));
    }

    [Test]
    public async Task A_run_that_fails_in_its_second_table_changes_neither_and_leaves_nothing()
    {
        var broken = Some.Numbers("t", Some.NumbersThatEndIn(new InvalidOperationException("the source broke"), after: 20_000));

        Assert.That(() => PublishAsync(Some.Repeated("first", 2, 10), broken), Throws.InvalidOperationException.With.Message.EqualTo("the source broke"));

        await HoldsAsync(1, runs: 1);
    }

    [Test]
    public async Task A_run_that_is_cancelled_changes_nothing_and_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var table = Some.Repeated("t", 2, 100_000, row =>
        {
            if (row == 50_000)
            {
                stop.Cancel();
            }
        });

        Assert.That(() => database.Target(product).PublishAsync(Some.Run(), [table], stop.Token), Throws.InstanceOf<OperationCanceledException>());

        await HoldsAsync(1, runs: 1);
    }

    [Test]
    public async Task A_run_that_is_cancelled_while_it_replaces_the_rows_changes_nothing_and_leaves_nothing()
    {
        await SlowDownAsync();
        using var stop = new CancellationTokenSource();
        var running = database.Target(product).PublishAsync(Some.Run(), [Some.Repeated("first", 2, 10), Some.Repeated("t", 2, 200)], stop.Token);
        await ReplacingAsync();

        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();

        Assert.That(() => running, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
        await HoldsAsync(1, runs: 1);
    }

    [Test]
    public async Task A_process_that_is_killed_while_it_stages_leaves_the_old_tables_and_the_next_run_cleans_up()
    {
        using (var child = Start(value: 2, rows: 50_000, stopAt: 40_000))
        {
            Assert.That(await child.StandardOutput.ReadLineAsync(), Is.EqualTo(PublisherProgram.Waiting));
            child.Kill();
            await child.WaitForExitAsync();
        }

        if (product == "Postgres")
        {
            Assert.That(await database.AllTablesAsync(), Has.Exactly(2).StartsWith("_sparketl_staging_"), "the state is that of a run in the middle");
        }

        Assert.That(await database.Target(product).TablesAsync(CancellationToken.None), Is.EqualTo(new[] { "first", "t" }), "what is left is not a result");
        await RowsAsync(1);
        await PublishAsync(Some.Repeated("first", 3, 10), Some.Repeated("t", 3, 200));
        await HoldsAsync(3, runs: 2);
    }

    [Test]
    public async Task A_process_that_is_killed_while_it_replaces_the_rows_leaves_the_old_tables_and_the_next_run_cleans_up()
    {
        await SlowDownAsync();
        using (var child = Start(value: 2, rows: 200, stopAt: -1))
        {
            await ReplacingAsync();
            child.Kill();
            await child.WaitForExitAsync();
        }

        await RowsAsync(1);
        await database.ExecuteAsync("ALTER TABLE marts.t DISABLE TRIGGER ALL");
        await PublishAsync(Some.Repeated("first", 3, 10), Some.Repeated("t", 3, 200));
        await HoldsAsync(3, runs: 2);
    }

    [Test]
    public async Task A_server_that_is_killed_while_a_run_stages_is_named_and_the_next_run_succeeds()
    {
        var table = Some.Repeated("t", 2, 100_000, row =>
        {
            if (row == 50_000)
            {
                Task.Run(database.Server.KillAsync).GetAwaiter().GetResult();
            }
        });

        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync(Some.Repeated("first", 2, 10), table))!;

        await database.Server.StartAgainAsync();
        await IsOfTheServerAsync(error);
    }

    [Test]
    public async Task A_server_that_is_killed_while_a_run_replaces_the_rows_is_named_and_the_next_run_succeeds()
    {
        await SlowDownAsync();
        var running = PublishAsync(Some.Repeated("first", 2, 10), Some.Repeated("t", 2, 200));
        await ReplacingAsync();
        await database.Server.KillAsync();

        var error = Assert.ThrowsAsync<WarehouseException>(() => running)!;

        await database.Server.StartAgainAsync();
        await IsOfTheServerAsync(error);
    }

    [Test]
    public async Task Rows_that_break_a_constraint_of_the_published_table_change_nothing()
    {
        await database.ExecuteAsync("ALTER TABLE marts.t ADD CONSTRAINT never_two CHECK (n <> 2)");

        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync(Some.Repeated("first", 2, 10), Some.Repeated("t", 2, 200)))!;

        Assert.That(error.Message, Does.Contain("never_two").And.Contain("drop the constraint").And.EndWith("The published tables are as they were."));
        await HoldsAsync(1, runs: 1);
    }

    [Test]
    public async Task A_full_disk_changes_nothing_and_says_so()
    {
        await database.ExecuteAsync(
            """
            CREATE FUNCTION marts.full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON marts.t FOR EACH ROW EXECUTE FUNCTION marts.full()
            """);

        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync(Some.Repeated("first", 2, 10), Some.Repeated("t", 2, 200)))!;

        Assert.That(error.Message, Does.Contain("No space left on device").And.Contain("make room"));
        Assert.That(error.IsTransient, Is.True);
        await HoldsAsync(1, runs: 1);
    }

    private async Task IsOfTheServerAsync(WarehouseException error)
    {
        Assert.That(
            error.Message,
            Does.StartWith($"The target {product} 127.0.0.1:{database.Server.Port}/{database.Name}, schema marts cannot be written: ").And.Contain("run again").And.EndWith("The published tables are as they were."));
        Assert.That(error.IsTransient, Is.True);
        await RowsAsync(1);
        await database.ExecuteAsync("ALTER TABLE marts.t DISABLE TRIGGER ALL");
        await PublishAsync(Some.Repeated("first", 3, 10), Some.Repeated("t", 3, 200));
        await HoldsAsync(3, runs: 2);
    }

    private async Task HoldsAsync(long value, int runs)
    {
        await RowsAsync(value);
        Assert.That(await database.AllTablesAsync(), Is.EqualTo(Published));
        Assert.That(await database.CountAsync("marts._sparketl_runs"), Is.EqualTo(runs));
    }

    private async Task RowsAsync(long value) => Assert.That(
        await database.QueryAsync("SELECT min(n), max(n), count(*) FROM marts.first UNION ALL SELECT min(n), max(n), count(*) FROM marts.t"),
        Is.EqualTo(new[] { $"{value}|{value}|10", $"{value}|{value}|200" }));

    // Each row takes a moment, so that the transaction can be met in its middle.
    private Task SlowDownAsync() => database.ExecuteAsync(
        """
        CREATE FUNCTION marts.slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.02); RETURN NEW; END $$;
        CREATE TRIGGER slow BEFORE INSERT ON marts.t FOR EACH ROW EXECUTE FUNCTION marts.slow()
        """);

    private async Task ReplacingAsync()
    {
        for (var i = 0; i < 600; i++)
        {
            if (await database.CountAsync($"pg_stat_activity WHERE datname = '{database.Name}' AND state = 'active' AND query LIKE 'INSERT INTO \"marts\".\"t\"%SELECT%'") > 0)
            {
                await Task.Delay(300);
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("No run was seen to replace the rows within 30 s.");
    }

    private Process Start(int value, int rows, int stopAt)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(PublisherProgram).Assembly.Location, product, .. new[] { database.Server.Port.ToString(CultureInfo.InvariantCulture), database.Name }, $"{value}", $"{rows}", $"{stopAt}"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[PublisherProgram.PasswordVariable] = database.Server.Password;
        return Process.Start(start)!;
    }

    private Task<IReadOnlyList<(string Table, long Rows)>> PublishAsync(params PublishedTable[] tables) =>
        database.Target(product).PublishAsync(Some.Run(), tables, CancellationToken.None);
}
