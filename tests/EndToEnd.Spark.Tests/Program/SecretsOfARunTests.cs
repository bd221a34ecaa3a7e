using System.Globalization;
using System.Text.RegularExpressions;
using SparkEtl.EndToEnd.Tests;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.Program;

/// <summary>
/// A run from MySQL to Postgres, both by Spark's tasks, with everything logged that can be: its passwords, a key of Spark's settings and the
/// gateway's token are seen nowhere.
/// </summary>
[Category("Spark")]
internal sealed partial class SecretsOfARunTests
{
    private const string Version = "4.3.0";
    private const string Token = "SPARKETL_GATEWAY_TOKEN";
    private const string Key = "s3cret/key+of-Spark-5150";

    private static readonly string[] Pages = ["environment/", "SQL/", "jobs/", "executors/", "api/v1/applications"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    [Test]
    public async Task Nothing_of_a_run_shows_a_secret()
    {
        _ = Sparks.Home(Version);
        var source = await SharedServers.MariaDbAsync();
        var database = await source.CreateDatabaseAsync();
        await source.ExecuteAsync(database, """
            CREATE TABLE TREATMENT (ID BIGINT, PROGRAM_ID BIGINT, STATUS VARCHAR(9), TYPE VARCHAR(9), DATE_CREATED DATETIME);
            CREATE TABLE INVOICE (ID BIGINT, TREATMENT_ID BIGINT, STATUS VARCHAR(9), DATE_CREATED DATETIME);
            CREATE TABLE INVOICE_ITEM (ID BIGINT, INVOICE_ID BIGINT, PRODUCT_ID BIGINT, STATUS VARCHAR(9), AMOUNT DECIMAL(18,2), DATE_CREATED DATETIME);
            CREATE VIEW CLAIM AS SELECT CAST(seq AS SIGNED) ID, CAST(SLEEP(0.1) AS SIGNED) TREATMENT_ID, 1 PROGRAM_ID, 'a' TYPE, 'b' STATUS, CAST(1 AS DECIMAL(18,2)) AMOUNT, NOW() DATE_CREATED FROM seq_1_to_10;
            """);
        var postgres = await SharedServers.PostgresAsync();
        var target = await ServerDatabase.CreateAsync(postgres);
        var folder = Directory.CreateTempSubdirectory("sparketl-secrets-").FullName;
        var events = Directory.CreateDirectory(Path.Combine(folder, "events")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "config.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
            dev:
              log: {level: debug, sql: true}
              engine:
                kind: spark
                master: "local[2]"
                conf:
                  spark.ui.enabled: "true"
                  spark.ui.port: "0"
                  spark.eventLog.enabled: "true"
                  spark.eventLog.dir: "file://{{events}}"
                  spark.hadoop.fs.s3a.secret.key: "${SPARK_S3_KEY}"
              source: {kind: mysql, host: 127.0.0.1, port: {{source.Port}}, database: {{database}}, username: {{MariaDbServer.Username}}, password: "${MYSQL_PASSWORD}"}
              target: {kind: postgres, host: 127.0.0.1, port: {{postgres.Port}}, database: {{target.Name}}, username: {{PostgresServer.Username}}, password: "${PG_PASSWORD}", tls: false, schema: marts, writer: spark}
              claims: {}
            """));
        using var program = SparkProgram.Start(
            Version,
            start =>
            {
                start.WorkingDirectory = folder;
                start.Environment["MYSQL_PASSWORD"] = source.Password;
                start.Environment["PG_PASSWORD"] = postgres.Password;
                start.Environment["SPARK_S3_KEY"] = Key;
                start.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(folder, "tmp")).FullName;
                start.Environment["SPARKETL_JDBC"] = JdbcDrivers.Folder();
            },
            "dev",
            "--stack-trace");
        var output = program.StandardOutput.ReadToEndAsync();
        program.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        var seen = new Dictionary<string, string>();
        var said = string.Empty;
        var tokens = Array.Empty<string>();
        using var client = new HttpClient();
        var polls = 0;
        while (await program.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            said += line + "\n";
            // Before the tables are read, and while the results are written.
            if (UiAddress().Match(said) is { Success: true } address && (polls == 0 ? line.Contains("SELECT", StringComparison.Ordinal) : polls == 1 && line.Contains("written by Spark", StringComparison.Ordinal)))
            {
                polls++;
                tokens = [.. Tokens(Path.Combine(folder, "tmp")).Distinct()];
                foreach (var page in Pages)
                {
                    seen[page] = seen.GetValueOrDefault(page) + await client.GetStringAsync(new Uri(new Uri(address.Value + "/"), page), limit.Token);
                }

                foreach (var process in Processes.All())
                {
                    var command = Processes.CommandLine(process);
                    seen["command line " + command] = command;
                }
            }
        }

        await program.WaitForExitAsync(limit.Token);
        seen.Add("output", await output);
        seen.Add("errors", said);
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)];
        foreach (var file in files)
        {
            seen.Add(file, Processes.Text(file));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(program.ExitCode, Is.Zero, said);
            Assert.That(said, Does.Contain("SELECT").And.Contain("written by Spark"));
            Assert.That(files.Where(f => f.StartsWith(events, StringComparison.Ordinal)), Is.Not.Empty, "event logs");
            Assert.That(seen.Keys.Any(k => k.Contains("sparketl.GatewayMain", StringComparison.Ordinal)), Is.True, "the JVM's command line");
            Assert.That(polls, Is.EqualTo(2));
            Assert.That(tokens, Has.Length.EqualTo(1));
            foreach (var secret in tokens.Append(source.Password).Append(postgres.Password).Append(Key))
            {
                Assert.That(seen.Where(s => s.Value.Contains(secret, StringComparison.Ordinal)).Select(s => s.Key), Is.Empty);
            }
        }

        Directory.Delete(folder, recursive: true);
        await source.DropDatabaseAsync(database);
    }

    // The token is in the environment of the JVM, and nowhere else.
    private static IEnumerable<string> Tokens(string temp) =>
        Processes.With("TMPDIR", temp).SelectMany(Processes.Environment).Where(v => v.StartsWith(Token, StringComparison.Ordinal)).Select(v => v[Token.Length..].TrimStart('='));

    [GeneratedRegex(@"http://[\w.\-]+:\d+")]
    private static partial Regex UiAddress();
}
