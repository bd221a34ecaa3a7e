using System.Globalization;
using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Environments.MySql;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>source.ca names the authority that MySQL's certificate comes from, by both drivers.</summary>
[Category("Spark")]
internal sealed class MySqlEncryptionTests
{
    private const string Version = "4.3.0";

    private string folder = null!;
    private TestAuthority authority = null!;
    private MariaDbServer server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        JdbcDrivers.NeededOn(Version);
        folder = Directory.CreateTempSubdirectory("sparketl-ca-").FullName;
        authority = new TestAuthority();
        var (certificate, key) = authority.Sign("localhost", "127.0.0.1");
        using var other = new TestAuthority();
        Write("ca.pem", authority.Certificate);
        Write("other.pem", other.Certificate);
        Write("nothing.pem", "no certificate");
        server = await MariaDbServer.StartAsync(CancellationToken.None, $"--ssl-cert={Write("server.pem", certificate)}", $"--ssl-key={Write("server.key", key)}");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
            authority.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase("com.mysql.cj.jdbc.Driver")]
    [TestCase("org.mariadb.jdbc.Driver")]
    public void The_right_authority_lets_in_and_another_does_not(string driver)
    {
        var answer = Ask(driver, "ca.pem", "SHOW STATUS LIKE 'Ssl_cipher'");

        Assert.That(answer.Results[0][0][1], Does.StartWith("TLS"));
        var reader = Sparks.Session(Version).Read().Format("jdbc").Option("url", answer.Way.Url).Option("driver", driver).Option("dbtable", "information_schema.CHARACTER_SETS");
        foreach (var (key, value) in answer.Way.Options)
        {
            reader.Option(key, value);
        }

        Assert.That(reader.Load().Count(), Is.GreaterThan(1), "Spark's own read");
        var configuration = Configuration("other.pem");
        var refused = Assert.Throws<DatabaseException>(() => Ask(driver, "other.pem", "SELECT 1"))!;
        var error = new MySqlErrors((MySqlSourceOptions)configuration.Source!, configuration).Explain(refused);
        TestContext.Out.WriteLine(error.Message);
        Assert.That(error.Message, Does.Contain("no encryption that both take").And.Contain("the authority in source.ca (").And.Contain("config.yaml").And.Not.Contain("\n"));
    }

    [TestCase("nothing.pem", "true", "holds no certificate")]
    [TestCase("nowhere.pem", "true", "cannot be read")]
    [TestCase("ca.pem", "false", "no certificate is verified without source.tls: true")]
    public void Settings_that_verify_nothing_are_refused(string file, string tls, string reason) =>
        Assert.That(() => CertificateAuthority.Require(Configuration(file, tls)), Throws.InstanceOf<Driver.DriverException>().With.Message.Contains(reason).And.Message.Contains("source.ca"));

    private DatabaseAnswer Ask(string driver, string ca, string query)
    {
        var configuration = Configuration(ca);
        var ways = MySqlWays.Of((MySqlSourceOptions)configuration.Source!, configuration, () => folder).Where(w => w.Driver == driver).ToArray();
        return DatabaseQuestions.Ask(Sparks.Engine(Version).Session, ways, query);
    }

    private Utils.Configuration.EnvironmentConfiguration Configuration(string ca, string tls = "true")
    {
        Write("password", server.Password);
        var file = Write("config.yaml", string.Create(CultureInfo.InvariantCulture, $$"""
            dev:
              source: {kind: mysql, host: localhost, port: {{server.Port}}, database: mysql, username: {{MariaDbServer.Username}}, password: "${file:password}", tls: {{tls}}, ca: {{ca}} }
            """));
        return EnvironmentSession.Load(new PipelineCollection(), new EnvironmentRequest("dev", file, []));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
