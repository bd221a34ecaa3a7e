using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.Warehouse.Tests;

/// <summary>The Postgres of a test run: started by the first test that asks for it, ended with the run.</summary>
[SetUpFixture]
internal sealed class SharedPostgres
{
    private static readonly Lazy<Task<PostgresServer>> s_server = new(PostgresServer.StartAsync);

    /// <summary>The server; a test makes databases of its own in it.</summary>
    public static Task<PostgresServer> ServerAsync() => s_server.Value;

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (s_server.IsValueCreated && s_server.Value.IsCompletedSuccessfully)
        {
            await (await s_server.Value).DisposeAsync();
        }
    }
}
