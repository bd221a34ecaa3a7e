using SparkEtl.EndToEnd.Spark.Tests.Program;
using SparkEtl.EndToEnd.Tests;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>
/// What goes wrong with MySQL is one clear line that names the next step; exit code 1, no stack trace, nothing published, no process left.
/// On one Spark: it is the driver that tells what went wrong, and how Spark hands that on is under test on each.
/// </summary>
[Category("Spark")]
internal sealed class MySqlFailureTests
{
    private static readonly string Version = Sparks.Versions[^1];

    private const string TablesOfClaims = """
        CREATE TABLE TREATMENT (ID BIGINT, PROGRAM_ID BIGINT, STATUS VARCHAR(9), TYPE VARCHAR(9), DATE_CREATED DATETIME);
        CREATE TABLE CLAIM (ID BIGINT, TREATMENT_ID BIGINT, PROGRAM_ID BIGINT, TYPE VARCHAR(9), STATUS VARCHAR(9), AMOUNT DECIMAL(18,2), DATE_CREATED DATETIME);
        CREATE TABLE INVOICE (ID BIGINT, TREATMENT_ID BIGINT, STATUS VARCHAR(9), DATE_CREATED DATETIME);
        CREATE TABLE INVOICE_ITEM (ID BIGINT, INVOICE_ID BIGINT, PRODUCT_ID BIGINT, STATUS VARCHAR(9), AMOUNT DECIMAL(18,2), DATE_CREATED DATETIME);
        """;

    private MariaDbServer server = null!;
    private string database = null!;
    private MySqlProject project = null!;

    [SetUp]
    public async Task NewDatabase()
    {
        _ = Sparks.Home(Version);
        server = await SharedServers.MariaDbAsync();
        database = await server.CreateDatabaseAsync();
        await server.ExecuteAsync(database, TablesOfClaims);
        project = new MySqlProject(Version, server.Port, database, server.Password);
    }

    [TearDown]
    public async Task RemoveDatabase()
    {
        if (project is not null)
        {
            Assert.That(project.JvmsLeft(), Is.Empty);
            project.Dispose();
            await server.DropDatabaseAsync(database);
        }
    }

    [Test]
    public async Task A_server_that_is_down_is_told()
    {
        await Fails(["--set", "source.port=1"], "cannot be reached", "source.host", "127.0.0.1:1");
        var check = await project.Run("check", "dev", "--set", "source.port=1");
        Assert.That(check.ExitCode, Is.EqualTo(1));
        Assert.That(check.Output, Does.Match("no +source: mysql reachable at 127.0.0.1:1: .*source.host").And.Not.Contain("login"));
    }

    [Test]
    public async Task A_refused_password_is_told()
    {
        project.Password = "wrong-password-5150";
        await Fails([], "refused the user 'sparketl'", "source.password");
        var check = await project.Run("check", "dev");
        Assert.That(check.Output, Does.Match("yes +source: mysql reachable").And.Match("no +source: login as sparketl: .*source.password"));
        Assert.That(check.Output + check.Errors, Does.Not.Contain(project.Password));
    }

    [Test]
    public async Task A_missing_database_is_told()
    {
        await Fails(["--set", "source.database=nowhere"], "no database 'nowhere'", "source.database");
        var check = await project.Run("check", "dev", "--set", "source.database=nowhere");
        Assert.That(check.Output, Does.Match("yes +source: login as sparketl").And.Match("no +source: database nowhere: .*source.database"));
    }

    [Test]
    public async Task A_missing_table_is_told()
    {
        await server.ExecuteAsync(database, "DROP TABLE INVOICE;");
        await Fails([], "no table INVOICE", "TREATMENT", "SELECT");
        var check = await project.Run("check", "dev");
        Assert.That(check.Output, Does.Match("yes +claims: table CLAIM").And.Match("no +claims: table INVOICE: "));
        Assert.That(check.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task A_missing_column_is_told_and_one_that_a_backfill_fills_is_not_missed()
    {
        await server.ExecuteAsync(database, "ALTER TABLE CLAIM DROP AMOUNT; ALTER TABLE CLAIM DROP DATE_CREATED;");
        await Fails([], "table CLAIM", "no column AMOUNT", "STATUS string");
        await server.ExecuteAsync(database, "ALTER TABLE CLAIM ADD AMOUNT DECIMAL(18,2);");
        var run = await project.Run("dev");
        run.IsDone();
        Assert.That(run.Errors, Does.Contain("no column DATE_CREATED"));
    }

    [Test]
    public async Task An_address_in_place_of_a_host_is_refused() =>
        await Fails(["--set", "source.host=jdbc:mariadb://h/d"], "source.host", "jdbc:mariadb://", "keys of their own");

    [Test]
    public async Task Missing_drivers_are_told()
    {
        project.UseOnly("postgresql-*.jar");
        await Fails([], "com.mysql.cj.jdbc.Driver", "SPARKETL_JDBC", "mysql-connector-j");
        project.Drivers = project.At("nothing");
        await Fails([], "SPARKETL_JDBC", "is not there");
    }

    [Test]
    public async Task Encryption_that_the_server_has_not_is_told_and_no_encryption_is_taken_where_it_is_asked_for()
    {
        await Fails(["--set", "source.tls=true"], "source.tls");
        Assert.That(await project.Run("check", "dev", "--set", "source.tls=false"), Has.Property("ExitCode").Zero);
    }

    [Test]
    public async Task The_embedded_engine_refuses_MySQL_by_name() =>
        await Fails(["--engine", "duckdb"], "engine duckdb with source.kind mysql", "--engine spark", "source.kind files");

    [Test]
    public async Task A_server_that_is_killed_in_the_middle_of_a_read_is_told()
    {
        await using var own = await MariaDbServer.StartAsync(CancellationToken.None);
        var slow = await own.CreateDatabaseAsync();
        await own.ExecuteAsync(slow, TablesOfClaims + """
            DROP TABLE CLAIM;
            CREATE VIEW CLAIM AS SELECT CAST(seq AS SIGNED) ID, CAST(SLEEP(0.05) AS SIGNED) TREATMENT_ID, 1 PROGRAM_ID, 'a' TYPE, 'b' STATUS, CAST(1 AS DECIMAL(18,2)) AMOUNT, NOW() DATE_CREATED FROM seq_1_to_100000;
            """);
        using var other = new MySqlProject(Version, own.Port, slow, own.Password);
        var run = SparkProgram.EndOf(other.Start("dev"));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((await own.QueryAsync(slow, "SELECT COUNT(*) n FROM information_schema.PROCESSLIST WHERE USER = 'sparketl' AND INFO LIKE '%TREATMENT_ID%FROM `CLAIM`%' AND INFO NOT LIKE '%1=0%'")).Rows[0][0] != "2")
        {
            Assert.That(run.IsCompleted, Is.False, "the program ended before it read");
            await Task.Delay(200, limit.Token);
        }

        await own.KillAsync();
        var end = await run;
        end.IsFailure("The database failed while it was read", "run again");
        Assert.That(Lines(end), Has.Length.EqualTo(1), end.Errors);
        Assert.That(File.Exists(other.At("results.duckdb")), Is.False);
        Assert.That(other.JvmsLeft(), Is.Empty);
    }

    private async Task Fails(string[] arguments, params string[] parts)
    {
        var end = await project.Run(["dev", .. arguments]);
        end.IsFailure(parts);
        Assert.That(end.Errors + end.Output, Does.Not.Contain(project.Password));
        TestContext.Out.WriteLine(end.Errors);
        Assert.That(File.Exists(project.At("results.duckdb")), Is.False, "nothing is published");
    }

    private static string[] Lines(ProgramEnd end) => [.. end.Errors[end.Errors.IndexOf("error: ", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
