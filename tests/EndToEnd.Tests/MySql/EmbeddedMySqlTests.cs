using System.Globalization;
using SparkEtl.Driver.Generate;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.EndToEnd.Tests.Reference;
using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>The embedded engine reads MySQL where the build has an ADO.NET driver: no JVM, the same types and results.</summary>
internal sealed class EmbeddedMySqlTests
{
    private const int Claims = 2000;
    private const int Seed = 71;

    private string _folder = null!;
    private string _database = null!;
    private MariaDbServer _server = null!;

    [SetUp]
    public async Task NewDatabase()
    {
        _folder = Directory.CreateTempSubdirectory("sparketl-mysql-").FullName;
        _server = await SharedServers.MariaDbAsync();
        _database = await _server.CreateDatabaseAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, ".env"), $"MYSQL_PASSWORD={_server.Password}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "config.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
            dev:
              engine: {kind: duckdb, temp_directory: temp}
              source: {kind: mysql, host: {{MariaDbServer.Host}}, port: {{_server.Port}}, database: {{_database}}, username: {{MariaDbServer.Username}}, password: "${MYSQL_PASSWORD}"}
              target: {kind: duckdb, path: results.duckdb}
              claims: {}
            results:
              target: {kind: duckdb, path: results.duckdb}
            """));
    }

    [TearDown]
    public async Task RemoveDatabase()
    {
        Assert.That(Directory.Exists(At("temp")) ? Directory.EnumerateFileSystemEntries(At("temp")) : [], Is.Empty, "landed tables");
        Directory.Delete(_folder, recursive: true);
        await _server.DropDatabaseAsync(_database);
    }

    [Test]
    public async Task The_claims_job_gives_what_plain_SQL_in_the_same_server_gives()
    {
        string files = Directory.CreateDirectory(At("files")).FullName;
        await ClaimsGenerator.GenerateAsync(new GenerateRequest(Claims, Seed, files, GenerateFormat.Csv));
        IReadOnlyDictionary<string, TextTable> expected = await ClaimsReference.RunAsync(files);
        await _server.ExecuteAsync(_database, await File.ReadAllTextAsync(Repository.At("samples/claims/expected/load.sql")), files);

        ProgramEnd check = await RunAsync("check", "dev");
        Assert.That(check.IsDone(), Does.Contain("yes  source: mysql reachable").And.Contain("driver MySqlConnector").And.Contain("yes  claims: table INVOICE_ITEM").And.Not.Contain("no  "));
        ProgramEnd run = await RunAsync("dev");
        run.IsDone();
        foreach (string name in ClaimsReference.Results)
        {
            string found = (await RunAsync("show", name, "--env", "results", "--format", "csv")).IsDone();
            Assert.That(Sorted(found), Is.EqualTo(Sorted(expected[name].ToCsv())).And.Length.GreaterThan(2), name);
        }

        Assert.That(check.Output + check.Errors + run.Output + run.Errors, Does.Not.Contain(_server.Password));
    }

    [Test]
    public async Task Types_and_values_are_those_that_Spark_gives()
    {
        await _server.ExecuteAsync(_database, MySqlTypes.Table);

        string types = (await RunAsync("sql", MySqlTypes.AskTypes, "--env", "dev", "--format", "csv")).IsDone();
        string values = (await RunAsync("sql", "SELECT * FROM kinds", "--env", "dev", "--format", "csv")).IsDone();

        Assert.That(types.Split('\n')[1].Trim('"'), Is.EqualTo(MySqlTypes.Types));
        Assert.That(values.Split('\n')[1], Is.EqualTo(MySqlTypes.Values));
    }

    [TestCase("source.port=1", "cannot be reached", "source.host")]
    [TestCase("source.database=nowhere", "no database 'nowhere'", "source.database")]
    [TestCase("source.username=nobody", "refused the user 'nobody'", "source.password")]
    [TestCase("source.tls=true", "source.tls true", "certificate")]
    public async Task A_server_that_refuses_is_one_clear_error(string setting, params string[] parts)
    {
        ProgramEnd run = await RunAsync("dev", "--set", setting);

        run.IsFailure(parts);
        Assert.That(run.Errors, Does.Not.Contain(_server.Password));
        Assert.That((await RunAsync("check", "dev", "--set", setting)).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task A_value_that_does_not_fit_and_a_type_without_a_meaning_are_told()
    {
        await _server.ExecuteAsync(_database, "CREATE TABLE big (d DECIMAL(40,0)); INSERT INTO big VALUES (9999999999999999999999999999999999999999); CREATE TABLE places (p POINT);");

        (await RunAsync("sql", "SELECT * FROM big", "--env", "dev")).IsFailure("value of the table big does not fit");
        (await RunAsync("sql", "SELECT * FROM places", "--env", "dev")).IsFailure("column p", "point", "--engine spark");
    }

    [Test]
    public async Task A_build_without_the_driver_names_the_ways_out()
    {
        ProgramEnd run = await RunProgram.DotNetAsync(_folder, RunProgram.SparkEtl, "dev");

        run.IsFailure("engine duckdb with source.kind mysql", "--engine spark", "-p:MySqlConnector=VERSION", "source.kind files");
    }

    // The reference puts a text that some take for a null into quotes.
    private static string[] Sorted(string csv) => [.. csv.Replace("\"NULL\"", "NULL", StringComparison.Ordinal).Replace("\"null\"", "null", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private string At(string name) => Path.Combine(_folder, name);

    private Task<ProgramEnd> RunAsync(params string[] arguments) =>
        RunProgram.DotNetAsync(_folder, typeof(SalesProgram).Assembly.Location, [SalesProgram.WithMySql, .. arguments]);
}
