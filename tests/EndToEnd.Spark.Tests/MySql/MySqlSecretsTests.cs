using System.Diagnostics;
using System.Text.RegularExpressions;
using SparkEtl.EndToEnd.Tests;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>The password of the source is seen nowhere: not in output, logs and files, not on a command line, not in Spark's UI.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
[Category("Spark")]
internal sealed partial class MySqlSecretsTests(string version)
{
    private static readonly string[] Pages = ["environment/", "SQL/", "jobs/", "api/v1/applications"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Test]
    public async Task A_password_is_seen_nowhere()
    {
        var server = await SharedServers.MariaDbAsync();
        var database = await server.CreateDatabaseAsync();
        await server.ExecuteAsync(database, "CREATE VIEW slow AS SELECT CAST(seq AS SIGNED) ID, CAST(SLEEP(0.1) AS SIGNED) S FROM seq_1_to_100;");
        using var project = new MySqlProject(version, server.Port, database, server.Password);
        var events = Directory.CreateDirectory(project.At("events")).FullName;
        using var program = project.Start(
            "sql", "SELECT count(S) FROM slow", "--env", "dev", "--log-format", "json", "--set", "log.level=debug", "--set", "log.sql=true",
            "--set", $"engine.conf={{spark.ui.enabled: \"true\", spark.ui.port: \"0\", spark.eventLog.enabled: \"true\", spark.eventLog.dir: \"file://{events}\"}}");
        program.StandardInput.Close();
        var output = program.StandardOutput.ReadToEndAsync();
        var lines = new List<string>();
        string? address = null;
        while (await program.StandardError.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (UiAddress().Match(line) is { Success: true } found)
            {
                address = found.Value;
                break;
            }
        }

        Assert.That(address, Is.Not.Null, string.Join('\n', lines));
        var errors = program.StandardError.ReadToEndAsync();
        var seen = await WhileItReads(program, server, address!, database);
        using var limit = new CancellationTokenSource(Limit);
        await program.WaitForExitAsync(limit.Token);
        var said = string.Join('\n', lines) + await errors + await output;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(program.ExitCode, Is.Zero, said);
            Assert.That(said, Does.Contain("SELECT").And.Not.Contain(server.Password));
            Assert.That(seen, Has.Count.EqualTo(Pages.Length + 2));
            Assert.That(seen.Where(s => s.Text.Contains(server.Password, StringComparison.Ordinal)).Select(s => s.Where), Is.Empty);
            var files = Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories).ToArray();
            Assert.That(files.Where(f => f.StartsWith(events, StringComparison.Ordinal)), Is.Not.Empty, "event logs");
            Assert.That(files.Where(f => Processes.Text(f).Contains(server.Password, StringComparison.Ordinal)), Is.Empty);
        }

        await server.DropDatabaseAsync(database);
    }

    // The pages of the UI, and the command lines of the program and its JVM, while the table is read.
    private static async Task<List<(string Where, string Text)>> WhileItReads(Process program, EndToEnd.Tests.Servers.MariaDbServer server, string address, string database)
    {
        using var limit = new CancellationTokenSource(Limit);
        while ((await server.QueryAsync(database, "SELECT COUNT(*) n FROM information_schema.PROCESSLIST WHERE USER = 'sparketl' AND INFO LIKE '%FROM `slow`%'")).Rows[0][0] == "0")
        {
            Assert.That(program.HasExited, Is.False, "the program ended before it read");
            await Task.Delay(100, limit.Token);
        }

        var seen = new List<(string, string)>();
        using var client = new HttpClient();
        foreach (var page in Pages)
        {
            seen.Add((page, await client.GetStringAsync(new Uri(new Uri(address + "/"), page), limit.Token)));
        }

        var commands = Processes.All().Select(Processes.CommandLine).ToArray();
        Assert.That(commands.Any(c => c.Contains("sparketl.GatewayMain", StringComparison.Ordinal)), Is.True);
        seen.Add(("command lines", string.Join('\n', commands)));
        seen.Add(("the program's own", Processes.CommandLine(program.Id)));
        return seen;
    }

    [GeneratedRegex(@"http://[\w.\-]+:\d+")]
    private static partial Regex UiAddress();
}
