namespace SparkEtl.EndToEnd.Tests.Servers;

public sealed class MariaDbServerTests
{
    [Test]
    public async Task Rows_come_back_exactly()
    {
        MariaDbServer server = await SharedServers.MariaDbAsync();
        string database = await server.CreateDatabaseAsync();
        TextTable rows = await server.QueryAsync(
            database,
            """SELECT 1 AS id, 'NULL' AS word, NULL AS nothing, '' AS empty, 'a\tb\nc\\d\\N' AS special, CAST(2 AS DECIMAL(18,2)) AS amount""");
        await server.DropDatabaseAsync(database);
        Assert.Multiple(() =>
        {
            Assert.That(rows.Columns, Is.EqualTo(new[] { "id", "word", "nothing", "empty", "special", "amount" }));
            Assert.That(rows.Types[^1], Is.EqualTo("decimal(18,2)"));
            Assert.That(rows.Rows.Single(), Is.EqualTo(new[] { "1", "NULL", null, "", "a\tb\nc\\d\\N", "2.00" }));
        });
    }

    [Test]
    public async Task A_failing_statement_is_an_error_that_shows_what_the_server_said()
    {
        MariaDbServer server = await SharedServers.MariaDbAsync();
        Assert.That(
            () => server.ExecuteAsync("mysql", "SELECT nonsense FROM nowhere;"),
            Throws.InvalidOperationException.With.Message.Contains("nowhere"));
    }

    [Test]
    public async Task Clients_may_come_over_TCP_with_the_password_and_not_without()
    {
        MariaDbServer server = await SharedServers.MariaDbAsync();
        MariaDbInstallation installation = await MariaDbInstallation.FindAsync(CancellationToken.None);
        string[] address = ["--no-defaults", $"--host={MariaDbServer.Host}", $"--port={server.Port}", "--batch", "-e", "SELECT 42"];
        Assert.That(
            await ChildProcess.RunAsync(installation.Client, [.. address, $"--user={MariaDbServer.Username}", $"--password={server.Password}"]),
            Does.Contain("42"));
        Assert.That(
            () => ChildProcess.RunAsync(installation.Client, [.. address, "--user=root"]),
            Throws.InvalidOperationException.With.Message.Contains("Access denied"));
    }

    [Test]
    public async Task A_server_leaves_nothing()
    {
        MariaDbServer server = await MariaDbServer.StartAsync(CancellationToken.None);
        Assert.That(server.Folder, Does.Exist);
        await server.DisposeAsync();
        Assert.That(server.Folder, Does.Not.Exist);
    }
}
