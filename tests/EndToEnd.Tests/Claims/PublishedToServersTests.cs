using Npgsql;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.EndToEnd.Tests.Claims;

/// <summary>The program's claims job on the committed sample, published to a DuckDB file, to Postgres, and to Postgres as Redshift would be.</summary>
internal sealed class PublishedToServersTests
{
    private static readonly string[] s_results = ["claim_agg", "invoice_agg", "invoice_by_claim_status"];

    private readonly string _database = $"test_{Guid.NewGuid():N}";
    private string _folder = null!;
    private PostgresServer _server = null!;

    [OneTimeSetUp]
    public async Task Publish()
    {
        _server = await SharedServers.PostgresAsync();
        await ExecuteAsync("postgres", $"CREATE DATABASE {_database}");
        _folder = Directory.CreateTempSubdirectory("sparketl-published-").FullName;
        string server = $"host: 127.0.0.1, port: {_server.Port}, database: {_database}, username: {PostgresServer.Username}, tls: false";
        string source = $"source: {{kind: files, path: {Repository.At("samples/claims")}, format: csv}}";
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "config.yaml"),
            $$"""
            {{await File.ReadAllTextAsync(Repository.At("config.yaml"))}}
            file: { {{source}}, target: {kind: duckdb, path: results.duckdb} }
            postgres: { {{source}}, target: {kind: postgres, {{server}}, password: "${PG_PASSWORD}", schema: marts} }
            redshift: { {{source}}, target: {kind: redshift, {{server}}, password: "${PG_PASSWORD}", schema: red} }
            refused: { {{source}}, target: {kind: postgres, {{server}}, password: "${WRONG_PASSWORD}", schema: marts} }
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, ".env"), $"PG_PASSWORD={_server.Password}\nWRONG_PASSWORD=t0ps3cret-but-wrong\n");
        foreach (string environment in new[] { "file", "postgres", "redshift" })
        {
            ProgramEnd end = await RunAsync(environment);
            Assert.That(end.IsDone(), Does.Contain("invoice_by_claim_status"));
            Assert.That(end.Output + end.Errors, Does.Not.Contain(_server.Password));
        }
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_target_holds_the_expected_results([ValueSource(nameof(s_results))] string result, [Values("file", "postgres", "redshift")] string environment)
    {
        string shown = (await RunAsync("show", result, "--env", environment, "--format", "csv")).IsDone();

        Assert.That(Sorted(shown), Is.EqualTo(Sorted(await File.ReadAllTextAsync(Repository.At($"samples/claims/expected/{result}.csv")))));
    }

    [Test]
    public async Task Every_target_is_shown_with_the_same_types_and_values_in_the_same_order([ValueSource(nameof(s_results))] string result)
    {
        string[] shown = await Task.WhenAll(new[] { "file", "postgres", "redshift" }.Select(
            async environment => (await RunAsync("show", result, "--env", environment, "--format", "jsonl")).IsDone()));

        Assert.That(shown[1], Is.EqualTo(shown[0]));
        Assert.That(shown[2], Is.EqualTo(shown[0]));
    }

    [Test]
    public async Task Sources_and_results_are_queried_together([Values("postgres", "redshift")] string environment)
    {
        ProgramEnd end = await RunAsync(
            "sql", "select count(*) n from claim_agg a join (select status, count(*) c from CLAIM group by status) s on a.status = s.status", "--env", environment, "--format", "csv");

        Assert.That(end.IsDone(), Does.Match("^n\n[1-9]"));
    }

    [Test]
    public async Task Check_says_that_the_target_can_be_reached()
    {
        ProgramEnd end = await RunAsync("check", "postgres");

        Assert.That(end.IsDone(), Does.Contain($"yes  target Postgres 127.0.0.1:{_server.Port}/{_database}, schema marts"));
    }

    [Test]
    public async Task A_wrong_password_is_one_clear_error_that_does_not_show_it()
    {
        ProgramEnd run = await RunAsync("refused");
        ProgramEnd check = await RunAsync("check", "refused");

        run.IsFailure("refuses the password of the user sparketl", "target.password", "The published tables are as they were.");
        Assert.That(check.ExitCode, Is.EqualTo(1));
        Assert.That(check.Output, Does.Contain("no   target Postgres").And.Contain("refuses the password"));
        Assert.That(run.Output + run.Errors + check.Output + check.Errors, Does.Not.Contain("t0ps3cret"));
    }

    [Test]
    public async Task A_result_that_is_not_there_names_the_nearest() =>
        (await RunAsync("show", "claims_agg", "--env", "postgres")).IsFailure("'claims_agg'", "claim_agg");

    [Test]
    public async Task A_view_over_a_result_shows_the_rows_of_a_later_run()
    {
        await ExecuteAsync(_database, "CREATE VIEW marts.statuses AS SELECT status FROM marts.claim_agg; DELETE FROM marts.claim_agg");

        (await RunAsync("postgres")).IsDone();

        string statuses = (await RunAsync("sql", "select count(*) n, count(distinct status) d from statuses", "--env", "postgres", "--format", "csv")).Errors;
        Assert.That(statuses, Does.Contain("statuses"), "a view is no result");
        Assert.That((await RunAsync("show", "claim_agg", "--env", "postgres", "--format", "csv")).IsDone(), Does.Contain("PAID"));
    }

    private Task<ProgramEnd> RunAsync(params string[] arguments) => RunProgram.DotNetAsync(_folder, RunProgram.SparkEtl, arguments);

    // The first line are the names; an order that depends on nothing but the text. The expected files quote the word null, which needs none.
    private static string[] Sorted(string csv)
    {
        string[] lines = csv.Replace("\"NULL\"", "NULL", StringComparison.Ordinal).Replace("\"null\"", "null", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [lines[0], .. lines[1..].Order(StringComparer.Ordinal)];
    }

    private async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={_server.Port};Database={database};Username={PostgresServer.Username};Password={_server.Password};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
