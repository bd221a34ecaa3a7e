namespace SparkEtl.DuckDb.Tests;

public sealed class DuckDbDatabaseTests
{
    [Test]
    public void The_library_is_the_one_it_was_built_for() => Assert.That(DuckDbDatabase.Version, Is.EqualTo("v1.5.6"));

    [Test]
    public void The_settings_are_safe_and_cannot_be_changed()
    {
        using DuckDbDatabase database = Some.Database(new DuckDbOptions { Settings = new Dictionary<string, string> { ["timezone"] = "Europe/Berlin" } });
        using DuckDbConnection connection = database.Connect();
        Assert.That(connection.Value("SELECT current_setting('TimeZone')"), Is.EqualTo("UTC"));
        Assert.That(connection.Value("SELECT current_setting('autoinstall_known_extensions')"), Is.False);
        Assert.That(connection.Value("SELECT current_setting('autoload_known_extensions')"), Is.False);
        Assert.That(connection.Value("SELECT current_setting('preserve_insertion_order')"), Is.False);
        Assert.That(connection.Error("SET threads = 1").Message, Does.Contain("locked"));
        Assert.That(connection.Error("SET TimeZone = 'Europe/Berlin'").Message, Does.Contain("locked"));
    }

    [Test]
    public void Settings_of_the_caller_are_applied()
    {
        using DuckDbDatabase database = Some.Database(new DuckDbOptions
        {
            Threads = 3,
            MemoryLimit = "123MiB",
            PreserveInsertionOrder = true,
            Settings = new Dictionary<string, string> { ["default_null_order"] = "nulls_first", ["max_expression_depth"] = "1234" },
        });
        using DuckDbConnection connection = database.Connect();
        Assert.That(
            connection.Rows("SELECT current_setting('threads'), current_setting('memory_limit'), current_setting('preserve_insertion_order'), current_setting('max_expression_depth')")[0],
            Is.EqualTo(new object[] { 3L, "123.0 MiB", true, 1234UL }));
        Assert.That(connection.Rows("SELECT * FROM (VALUES (1), (NULL)) t(i) ORDER BY i")[0][0], Is.Null);
    }

    [TestCase("no_such_setting", "1", "no_such_setting")]
    [TestCase("default_null_order", "sideways", "sideways")]
    public void A_setting_that_is_not_one_is_refused(string name, string value, string found)
    {
        var options = new DuckDbOptions { Settings = new Dictionary<string, string> { [name] = value } };
        Assert.That(() => DuckDbDatabase.Open(options), Throws.InstanceOf<DuckDbException>().With.Message.Contains(found));
    }

    [Test]
    public void A_memory_limit_that_is_not_one_is_refused() =>
        Assert.That(() => DuckDbDatabase.Open(new DuckDbOptions { MemoryLimit = "lots" }), Throws.InstanceOf<DuckDbException>().With.Message.Contains("lots"));

    [Test]
    public void A_file_keeps_its_rows_and_can_be_opened_for_reading_only()
    {
        using TemporaryFolder folder = Some.Folder();
        string path = Path.Combine(folder.Path, "kept.duckdb");
        using (DuckDbDatabase database = Some.Database(new DuckDbOptions { Path = path }))
        using (DuckDbConnection connection = database.Connect())
            Assert.That(connection.Execute("CREATE TABLE t(i INTEGER); INSERT INTO t SELECT * FROM range(10); UPDATE t SET i = i + 1"), Is.EqualTo(20));

        using DuckDbDatabase reopened = Some.Database(new DuckDbOptions { Path = path, ReadOnly = true });
        using DuckDbConnection reader = reopened.Connect();
        Assert.That(reader.Value("SELECT sum(i)::INTEGER FROM t"), Is.EqualTo(55));
        Assert.That(reader.Error("DELETE FROM t").Message, Does.Contain("read-only"));
    }

    [Test]
    public void A_file_that_is_no_database_is_refused_by_name()
    {
        using TemporaryFolder folder = Some.Folder();
        string path = Path.Combine(folder.Path, "text.duckdb");
        File.WriteAllText(path, new string('x', 10_000));
        Assert.That(() => DuckDbDatabase.Open(new DuckDbOptions { Path = path }), Throws.InstanceOf<DuckDbException>().With.Message.Contains(path));
    }

    [Test]
    public void Files_are_out_of_reach_without_external_access()
    {
        using TemporaryFolder folder = Some.Folder();
        string csv = Path.Combine(folder.Path, "data.csv");
        File.WriteAllText(csv, "a\n1\n");
        using DuckDbDatabase open = Some.Database();
        using DuckDbConnection reader = open.Connect();
        Assert.That(reader.Value($"SELECT a FROM read_csv('{csv}')"), Is.EqualTo(1L));

        using DuckDbDatabase database = Some.Database(new DuckDbOptions { EnableExternalAccess = false, Path = Path.Combine(folder.Path, "own.duckdb") });
        using DuckDbConnection connection = database.Connect();
        Assert.That(connection.Execute("CREATE TABLE t(i INTEGER); INSERT INTO t VALUES (1)"), Is.EqualTo(1));
        foreach (string sql in new[] { $"SELECT * FROM read_csv('{csv}')", $"SELECT * FROM '{csv}'", $"COPY t TO '{csv}'", $"ATTACH '{csv}.db' AS other", "INSTALL httpfs" })
            Assert.That(connection.Error(sql).Type, Is.EqualTo(DuckDbErrorType.Permission), sql);
    }

    [Test]
    public void A_query_beyond_the_memory_limit_fails_with_the_limit_in_its_message()
    {
        using DuckDbDatabase database = Some.Database(new DuckDbOptions { Threads = 1, MemoryLimit = "30MB", TempDirectory = "" });
        using DuckDbConnection connection = database.Connect();
        DuckDbException error = connection.Error("SELECT count(*) FROM (SELECT DISTINCT i || 'text' FROM range(5000000) t(i))");
        Assert.That(error.Type, Is.EqualTo(DuckDbErrorType.OutOfMemory));
        Assert.That(connection.Value("SELECT 1"), Is.EqualTo(1));
    }

    [Test]
    public void Data_beyond_the_memory_limit_goes_to_the_temporary_directory()
    {
        using TemporaryFolder folder = Some.Folder();
        string spill = Path.Combine(folder.Path, "spill");
        using DuckDbDatabase database = Some.Database(new DuckDbOptions { Threads = 1, MemoryLimit = "60MB", TempDirectory = spill });
        using DuckDbConnection connection = database.Connect();
        using DuckDbResult result = connection.Query("SELECT i, 'some text ' || i FROM range(3000000) t(i) ORDER BY hash(i)");
        Assert.That(result.NextChunk(), Is.Not.Null);
        Assert.That(Directory.GetFiles(spill), Is.Not.Empty);
    }

    [Test]
    public void Two_connections_run_at_once()
    {
        using DuckDbDatabase database = Some.Database();
        using (DuckDbConnection setup = database.Connect())
            setup.Execute("CREATE TABLE t AS SELECT * FROM range(100000) t(i)");
        var sums = new object?[8];
        Parallel.For(0, sums.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            using DuckDbConnection connection = database.Connect();
            connection.RegisterScalar(Some.OfLongs($"add{i % 2}", value => value + (i % 2)));
            connection.Execute($"CREATE TEMP TABLE own AS SELECT add{i % 2}(i) AS i FROM t");
            sums[i] = connection.Value("SELECT sum(i)::BIGINT FROM own");
        });
        Assert.That(sums, Is.EqualTo(Enumerable.Range(0, 8).Select(i => (object)(4999950000L + (i % 2 * 100000)))));
    }

    [Test]
    public void An_open_streaming_result_does_not_stop_another_connection()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection one = database.Connect();
        using DuckDbConnection other = database.Connect();
        using DuckDbResult result = one.Query("SELECT * FROM range(1000000)");
        Assert.That(result.NextChunk(), Is.Not.Null);
        Assert.That(other.Value("SELECT 2"), Is.EqualTo(2));
        Assert.That(result.NextChunk(), Is.Not.Null);
    }

    [Test]
    public void A_disposed_database_refuses_connections()
    {
        DuckDbDatabase database = Some.Database();
        database.Dispose();
        Assert.That(database.Connect, Throws.InstanceOf<ObjectDisposedException>());
    }
}
