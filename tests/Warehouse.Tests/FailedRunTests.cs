namespace SparkEtl.Warehouse.Tests;

internal sealed class FailedRunTests
{
    private TargetFile file = null!;

    [SetUp]
    public void Publish()
    {
        file = new TargetFile();
        file.Target().Publish(Some.Run(), [Some.Numbers("a", 1), Some.Numbers("b", 2)], CancellationToken.None);
    }

    [TearDown]
    public void Close() => file.Dispose();

    [Test]
    public void A_run_that_fails_in_its_second_table_changes_neither_and_leaves_nothing()
    {
        var broken = Some.Numbers("b", Some.NumbersThatEndIn(new InvalidOperationException("the source broke"), after: 10_000));

        Assert.That(
            () => file.Target().Publish(Some.Run(), [Some.Numbers("a", 10), broken], CancellationToken.None),
            Throws.InvalidOperationException.With.Message.EqualTo("the source broke"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Numbers("a"), Is.EqualTo(new[] { "1" }));
            Assert.That(file.Numbers("b"), Is.EqualTo(new[] { "2" }));
            Assert.That(file.AllTables(), Is.EqualTo(new[] { "_sparketl_runs", "a", "b" }));
            Assert.That(file.Query("SELECT count(*)::VARCHAR FROM _sparketl_runs"), Is.EqualTo(new[] { "1" }));
        }
    }

    [Test]
    public void A_run_that_is_cancelled_changes_nothing()
    {
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(0, 100_000).Select(i =>
        {
            if (i == 50_000)
            {
                stop.Cancel();
            }

            return (long)i;
        });

        Assert.That(() => file.Target().Publish(Some.Run(), [Some.Numbers("a", rows)], stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(file.Numbers("a"), Is.EqualTo(new[] { "1" }));
        Assert.That(file.AllTables(), Is.EqualTo(new[] { "_sparketl_runs", "a", "b" }));
    }

    [Test]
    public void What_a_process_that_is_killed_leaves_on_disk_holds_the_old_tables_and_the_next_run_cleans_it()
    {
        TargetFile? left = null;
        var rows = Enumerable.Range(0, 400_000).Select(i =>
        {
            if (i == 399_999)
            {
                left = file.Killed();
            }

            return (long)i;
        });
        file.Target().Publish(Some.Run(), [Some.Numbers("b", 20), Some.Numbers("a", rows)], CancellationToken.None);
        using var killed = left!;

        Assert.That(killed.Numbers("a"), Is.EqualTo(new[] { "1" }));
        Assert.That(killed.Numbers("b"), Is.EqualTo(new[] { "2" }));
        Assert.That(killed.AllTables(), Has.Some.Contains("__staging_"), "the state is that of a run in the middle");
        Assert.That(killed.Target().Tables(), Is.EqualTo(new[] { "a", "b" }), "what is left is not a result");

        killed.Target().Publish(Some.Run(), [Some.Numbers("a", 7)], CancellationToken.None);

        Assert.That(killed.Numbers("a"), Is.EqualTo(new[] { "7" }));
        Assert.That(killed.AllTables(), Is.EqualTo(new[] { "_sparketl_runs", "a", "b" }));
    }

    [Test]
    public void A_users_own_table_with_staging_in_its_name_is_not_taken_for_a_leftover()
    {
        file.Execute("CREATE TABLE my_staging_area AS SELECT 1 AS n");
        file.Execute("CREATE TABLE a__staging_b AS SELECT 1 AS n");

        file.Target().Publish(Some.Run(), [Some.Numbers("a", 3)], CancellationToken.None);

        Assert.That(file.AllTables(), Is.EqualTo(new[] { "_sparketl_runs", "a", "a__staging_b", "b", "my_staging_area" }));
    }

    [Test]
    public void A_file_that_is_not_a_database_is_refused_and_stays_as_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("this is a text\n", 1000));
        File.WriteAllText(file.Path, text);

        var error = Assert.Throws<WarehouseException>(() => file.Target().Publish(Some.Run(), [Some.Numbers("a", 3)], CancellationToken.None))!;

        Assert.That(error.Message, Does.StartWith($"The target {file.Path} cannot be written: "));
        Assert.That(File.ReadAllText(file.Path), Is.EqualTo(text));
        Assert.That(file.Target().WhyNotReachable(), Is.Not.Null);
        Assert.That(() => file.Target().Tables(), Throws.InstanceOf<WarehouseException>());
    }

    [Test]
    public void A_folder_that_is_a_file_is_named()
    {
        var target = new DuckDb.DuckDbTarget(Path.Combine(file.Path, "below", "results.duckdb"), "main", TimeProvider.System);

        Assert.That(
            () => target.Publish(Some.Run(), [Some.Numbers("a", 3)], CancellationToken.None),
            Throws.InstanceOf<WarehouseException>().With.Message.StartsWith("The folder of the target "));
        Assert.That(target.WhyNotReachable(), Is.EqualTo($"{file.Path} is a file, expected a folder"));
    }

    [Test]
    public void A_target_that_is_not_there_has_no_tables_and_asking_does_not_make_it()
    {
        var missing = Path.Combine(Path.GetDirectoryName(file.Path)!, "missing.duckdb");
        var target = new DuckDb.DuckDbTarget(missing, "main", TimeProvider.System);

        Assert.That(target.Tables(), Is.Empty);
        Assert.That(target.WhyNotReachable(), Is.Null);
        Assert.That(File.Exists(missing), Is.False);
    }
}
