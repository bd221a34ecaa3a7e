using SparkEtl.EndToEnd.Tests;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Spark.Sql;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>The readers of databases in the API, on Spark: as in Microsoft.Spark.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
[Category("Spark")]
internal sealed class JdbcReadTests(string version)
{
    private MariaDbServer server = null!;
    private string database = null!;
    private string url = null!;
    private Dictionary<string, string> properties = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        JdbcDrivers.NeededOn(version);
        server = await SharedServers.MariaDbAsync();
        database = await server.CreateDatabaseAsync();
        await server.ExecuteAsync(database, "CREATE TABLE t AS SELECT CAST(seq AS SIGNED) id, CONCAT('n', seq) name FROM seq_1_to_10;");
        url = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"jdbc:mysql://{MariaDbServer.Host}:{server.Port}/{database}");
        properties = new() { ["user"] = MariaDbServer.Username, ["password"] = server.Password, ["driver"] = "com.mysql.cj.jdbc.Driver" };
    }

    [OneTimeTearDown]
    public async Task Empty()
    {
        if (database is not null)
        {
            await server.DropDatabaseAsync(database);
        }
    }

    [Test]
    public void A_table_is_read_whole_by_options_by_bounds_and_by_predicates()
    {
        var session = Sparks.Session(version);
        var options = new Dictionary<string, string>(properties) { ["url"] = url, ["dbtable"] = "t" };
        Assert.That(Names(session.Read().Format("jdbc").Options(options).Load()), Has.Length.EqualTo(10));
        Assert.That(Names(session.Read().Jdbc(url, "t", properties)), Has.Length.EqualTo(10));
        Assert.That(Names(session.Read().Jdbc(url, "t", "id", 1, 10, 3, properties)), Has.Length.EqualTo(10));
        Assert.That(Names(session.Read().Jdbc(url, "t", ["id <= 3", "id = 7"], properties)), Is.EqualTo(new[] { "n1", "n2", "n3", "n7" }));
        Assert.That(() => session.Read().Jdbc(url, "t", Array.Empty<string>(), properties), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void An_address_of_MariaDB_is_refused() => Assert.That(
        () => Sparks.Session(version).Read().Jdbc(url.Replace("mysql", "mariadb", StringComparison.Ordinal), "t", properties),
        Throws.TypeOf<RefusedException>().With.Message.Contains("permitMysqlScheme=true"));

    [Test]
    public void A_password_in_options_or_in_an_address_is_in_no_error_and_no_plan()
    {
        var session = Sparks.Session(version);
        var error = Assert.Catch<SparkSqlException>(() => session.Read().Jdbc($"{url}?user={MariaDbServer.Username}&password=Wrong-4711-secret&unknown=;", "no_such_table", new() { ["driver"] = "com.mysql.cj.jdbc.Driver" }))!;
        Assert.That(error.ToString(), Does.Not.Contain("Wrong-4711-secret"));
        error = Assert.Catch<SparkSqlException>(() => session.Read().Jdbc(url, $"(SELEC '{server.Password}') q", properties))!;
        Assert.That(error.ToString(), Does.Not.Contain(server.Password).And.Contain("***"));
        var plan = session.Read().Jdbc(url, "t", properties).Filter("id > 3").Plan;
        var engine = Sparks.Engine(version);
        Assert.That(string.Join('\n', engine.Explain(plan)) + engine.PhysicalPlan(plan) + plan, Does.Contain("JDBCRelation").And.Not.Contain(server.Password));
    }

    private static string[] Names(DataFrame frame) => [.. frame.OrderBy("id").Collect().Select(r => r.GetAs<string>("name"))];
}
