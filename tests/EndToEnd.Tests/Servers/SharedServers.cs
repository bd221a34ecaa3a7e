using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.EndToEnd.Tests;

/// <summary>The servers of a test run: each is started by the first test that asks for it, and all end with the run.</summary>
[SetUpFixture]
public sealed class SharedServers
{
    private static readonly Lazy<Task<MariaDbServer>> s_mariaDb = new(() => MariaDbServer.StartAsync(CancellationToken.None));

    private static readonly Lazy<Task<PostgresServer>> s_postgres = new(PostgresServer.StartAsync);

    /// <summary>The run's Postgres; a test makes databases of its own in it.</summary>
    internal static Task<PostgresServer> PostgresAsync() => s_postgres.Value;

    /// <summary>The run's MariaDB; a test makes databases of its own in it.</summary>
    internal static Task<MariaDbServer> MariaDbAsync() => s_mariaDb.Value;

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (s_mariaDb.IsValueCreated && s_mariaDb.Value.IsCompletedSuccessfully)
            await (await s_mariaDb.Value).DisposeAsync();
        if (s_postgres.IsValueCreated && s_postgres.Value.IsCompletedSuccessfully)
            await (await s_postgres.Value).DisposeAsync();
    }
}
