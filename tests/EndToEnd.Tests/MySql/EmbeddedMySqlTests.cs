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

    // A type, a value in MySQL's SQL, the type it has here, the value as CSV; those of docs/mysql.md.
    private static readonly (string Type, string Value, string Expected, string Csv)[] s_types =
    [
        ("TINYINT", "-5", "tinyint", "-5"),
        ("TINYINT(1)", "1", "boolean", "true"),
        ("TINYINT UNSIGNED", "255", "smallint", "255"),
        ("SMALLINT UNSIGNED", "65535", "int", "65535"),
        ("MEDIUMINT", "-8388608", "int", "-8388608"),
        ("INT UNSIGNED", "4294967295", "bigint", "4294967295"),
        ("BIGINT", "-9223372036854775808", "bigint", "-9223372036854775808"),
        ("BIGINT UNSIGNED", "18446744073709551615", "decimal(20,0)", "18446744073709551615"),
        ("YEAR", "2024", "int", "2024"),
        ("BIT(1)", "b'1'", "boolean", "true"),
        ("BIT(8)", "b'10100101'", "bigint", "165"),
        ("JSON", "'{\"a\":1}'", "string", "\"{\"\"a\"\":1}\""),
        ("ENUM('x','long')", "'x'", "string", "x"),
        ("SET('p','q')", "'p,q'", "string", "\"p,q\""),
        ("CHAR(36)", "'0f8fad5b-d9cb-469f-a165-70867728950e'", "string", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        ("VARCHAR(20)", "'PAID '", "string", "PAID "),
        ("TEXT CHARACTER SET latin1", "'é NULL'", "string", "é NULL"),
        ("BLOB", "X'00FF'", "binary", "00ff"),
        ("VARBINARY(4)", "X'01'", "binary", "01"),
        ("DATE", "'2024-02-29'", "date", "2024-02-29"),
        ("DATE", "'0000-00-00'", "date", string.Empty),
        ("DATETIME", "'2024-03-31 02:30:00'", "timestamp", "2024-03-31 02:30:00"),
        ("DATETIME(6)", "'9999-12-31 23:59:59.123456'", "timestamp", "9999-12-31 23:59:59.123456"),
        ("DATETIME", "'0000-00-00 00:00:00'", "timestamp", string.Empty),
        ("TIMESTAMP NULL", "'2024-02-29 12:00:00'", "timestamp", "2024-02-29 10:00:00"),
        ("TIME(6)", "'13:14:15.000001'", "timestamp", "1970-01-01 13:14:15.000001"),
        ("DECIMAL(18,2)", "12.34", "decimal(18,2)", "12.34"),
        ("DECIMAL(38,0)", "-99999999999999999999999999999999999999", "decimal(38,0)", "-99999999999999999999999999999999999999"),
        ("DECIMAL(40,2)", "123.45", "decimal(38,2)", "123.45"),
        ("FLOAT", "16777216.0", "float", "1.6777216E7"),
        ("DOUBLE", "0.30000000000000004", "double", "0.30000000000000004"),
        ("BIGINT", "NULL", "bigint", string.Empty),
    ];

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
        (string Name, (string Type, string Value, string Expected, string Csv) Of)[] columns = [.. s_types.Select((t, i) => ($"c{i}", t))];
        await _server.ExecuteAsync(_database, $"""
            SET sql_mode=''; SET time_zone='+02:00';
            CREATE TABLE kinds ({string.Join(", ", columns.Select(c => $"{c.Name} {c.Of.Type}"))});
            INSERT INTO kinds VALUES ({string.Join(", ", columns.Select(c => c.Of.Value))});
            """);

        string types = (await RunAsync("sql", $"SELECT concat_ws(' ', {string.Join(", ", columns.Select(c => $"typeof({c.Name})"))}) t FROM kinds", "--env", "dev", "--format", "csv")).IsDone();
        string values = (await RunAsync("sql", "SELECT * FROM kinds", "--env", "dev", "--format", "csv")).IsDone();

        Assert.That(types.Split('\n')[1].Trim('"'), Is.EqualTo(string.Join(' ', columns.Select(c => c.Of.Expected))));
        Assert.That(values.Split('\n')[1], Is.EqualTo(string.Join(',', columns.Select(c => c.Of.Csv))));
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
