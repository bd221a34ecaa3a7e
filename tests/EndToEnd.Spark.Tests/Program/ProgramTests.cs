using System.Diagnostics;
using System.Globalization;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.Program;

/// <summary>The program with the engine spark, as a process.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class ProgramTests(string version)
{
    private const string Endless = "select sum(sqrt(id)) from range(1000000000000)";
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    private string folder = null!;

    [SetUp]
    public void NewFolder() => folder = Directory.CreateTempSubdirectory("sparketl-program-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_run_on_Spark_publishes_what_a_run_on_the_embedded_engine_does()
    {
        var embedded = (await Run("local", "--set", $"target.path={folder}/d.duckdb")).IsDone();
        var spark = await Run("local", "--engine", "spark", "--set", $"target.path={folder}/s.duckdb");
        Assert.That(spark.IsDone().Replace("s.duckdb", "d.duckdb", StringComparison.Ordinal), Is.EqualTo(embedded));
        Assert.That(spark.Errors, Does.Contain($"engine Apache Spark {version}"));
        foreach (var table in new[] { "claim_agg", "invoice_agg", "invoice_by_claim_status", "daily_visits" })
        {
            var expected = (await Run("show", table, "--env", "local", "--format", "csv", "--set", $"target.path={folder}/d.duckdb")).IsDone();
            var found = (await Run("show", table, "--env", "local", "--format", "csv", "--set", $"target.path={folder}/s.duckdb")).IsDone();
            Assert.That(found, Is.EqualTo(expected).And.Contains("\n"), table);
        }
    }

    [Test]
    public async Task A_run_on_Spark_publishes_to_a_server_what_a_run_on_the_embedded_engine_does_to_a_file()
    {
        // What reaches the target is the same from every engine: one target for each Spark is enough.
        var kind = version == Sparks.Versions[0] ? "postgres" : "redshift";
        await using var server = await PostgresServer.StartAsync();
        var file = Path.Combine(folder, "config.yaml");
        var source = $"source: {{ kind: files, path: {Repository.At("samples/claims")}, format: csv }}";
        await File.WriteAllTextAsync(file, $$"""
            {{await File.ReadAllTextAsync(Repository.At("config.yaml"))}}
            file: { {{source}}, target: { kind: duckdb, path: d.duckdb } }
            server:
              engine: { kind: spark, master: "local[2]" }
              {{source}}
              target: { kind: {{kind}}, host: 127.0.0.1, port: {{server.Port}}, database: postgres, username: {{PostgresServer.Username}}, password: "${PG_PASSWORD}", tls: false, schema: marts }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, ".env"), $"PG_PASSWORD={server.Password}\n");
        (await Run("file", file)).IsDone();
        var spark = await Run("server", file);
        spark.IsDone();
        Assert.That(spark.Errors, Does.Contain($"engine Apache Spark {version}").And.Not.Contain(server.Password));
        foreach (var table in new[] { "claim_agg", "invoice_agg", "invoice_by_claim_status" })
        {
            var expected = (await Run("show", table, "--env", "file", "--config", file, "--format", "jsonl")).IsDone();
            var found = (await Run("show", table, "--env", "server", "--config", file, "--format", "jsonl")).IsDone();
            Assert.That(found, Is.EqualTo(expected).And.Contains("rows"), table);
        }
    }

    [Test]
    public async Task A_query_over_the_sources_and_results_runs_on_Spark()
    {
        var answer = (await Run("sql", "select count(*) n, sum(AMOUNT) s from CLAIM where ID > 0", "--env", "local", "--engine", "spark", "--format", "csv")).IsDone();
        var expected = (await Run("sql", "select count(*) n, sum(AMOUNT) s from CLAIM where ID > 0", "--env", "local", "--format", "csv")).IsDone();
        Assert.That(answer, Is.EqualTo(expected));
    }

    [Test]
    public void A_program_that_is_killed_leaves_no_JVM_behind()
    {
        using var program = Start(_ => { }, "sql", Endless, "--env", "local", "--engine", "spark");
        var jvm = AwaitJvm(program);
        program.Kill();
        Assert.That(jvm.WaitForExit(FiveSeconds), Is.True);
    }

    [Test]
    public async Task An_interrupted_program_stops_soon_and_leaves_no_JVM_behind()
    {
        using var program = Start(_ => { }, "sql", Endless, "--env", "local", "--engine", "spark");
        var jvm = AwaitJvm(program);
        using (var interrupt = Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await interrupt.WaitForExitAsync();
        }

        var watch = Stopwatch.StartNew();
        var end = await SparkProgram.EndOf(program);
        TestContext.Out.WriteLine($"ended after {watch.ElapsedMilliseconds} ms");
        Assert.That(end.ExitCode, Is.EqualTo(1), end.Errors);
        Assert.That(end.Errors, Does.Contain("stopped before the end"));
        Assert.That(jvm.WaitForExit(FiveSeconds), Is.True);
    }

    [Test]
    public async Task A_setting_that_changes_the_meaning_is_refused()
    {
        File.WriteAllText(Path.Combine(folder, "config.yaml"), """
            local:
              engine: {kind: spark, conf: {spark.sql.ansi.enabled: false}}
              source: {kind: files, path: in, format: csv}
              target: {kind: duckdb, path: out/results.duckdb}
            """);
        (await Run("sql", "select 1", "--config", Path.Combine(folder, "config.yaml"), "--env", "local")).IsFailure("spark.sql.ansi.enabled", "true");
    }

    [Test]
    public async Task A_wrong_SPARK_HOME_is_one_clear_error()
    {
        using var program = Start(start => start.Environment["SPARK_HOME"] = folder, "sql", "select 1", "--env", "local", "--engine", "spark");
        (await SparkProgram.EndOf(program)).IsFailure("SPARK_HOME", folder, "spark-core");
    }

    [Test]
    public async Task A_JVM_that_does_not_start_is_one_clear_error_with_what_it_said()
    {
        using var program = Start(
            _ => { }, "sql", "select 1", "--env", "local", "--engine", "spark", "--set", "engine.conf.spark.driver.memory=lots");
        (await SparkProgram.EndOf(program)).IsFailure("before it was ready", "-Xmxlots");
    }

    // The child of the program that runs Java, once it works on the query.
    private static Process AwaitJvm(Process program)
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < SparkProgram.Limit && !program.HasExited)
        {
            var child = Processes.All().FirstOrDefault(p =>
                Processes.Parent(p) == program.Id && Processes.CommandLine(p).Contains("sparketl.GatewayMain", StringComparison.Ordinal) && Processes.HasTask(p));
            if (child > 0)
            {
                return Process.GetProcessById(child);
            }

            program.WaitForExit(TimeSpan.FromMilliseconds(200));
        }

        program.Kill(entireProcessTree: true);
        throw new TimeoutException($"The program started no JVM with a task: {program.StandardError.ReadToEnd()}");
    }

    private Task<ProgramEnd> Run(params string[] arguments) => SparkProgram.EndOf(Start(_ => { }, arguments));

    private Process Start(Action<ProcessStartInfo> change, params string[] arguments) => SparkProgram.Start(version, change, arguments);
}
