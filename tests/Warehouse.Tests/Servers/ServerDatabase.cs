using System.Globalization;
using Npgsql;
using SparkEtl.Utils.Secrets;
using SparkEtl.Warehouse.Postgres;
using SparkEtl.Warehouse.Redshift;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>A database of its own on the server of the run.</summary>
internal sealed class ServerDatabase
{
    public const string Schema = "marts";

    private readonly string admin;

    private ServerDatabase(PostgresServer server, string name)
    {
        Server = server;
        Name = name;
        admin = Text(server, name);
    }

    public PostgresServer Server { get; }

    public string Name { get; }

    public ServerAddress Address => new("Postgres", PostgresServer.Host, Server.Port, Name, PostgresServer.Username, new Secret(Server.Password), false, Schema);

    public static async Task<ServerDatabase> CreateAsync(PostgresServer server)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(Text(server, "postgres"), $"CREATE DATABASE {name}");
        return new ServerDatabase(server, name);
    }

    /// <summary>A target in the database, as one product or the other.</summary>
    public ServerTarget Target(string product = "Postgres", int waitSeconds = 60) => Target(Address, product, waitSeconds);

    public static ServerTarget Target(ServerAddress address, string product = "Postgres", int waitSeconds = 60) => new(
        address with { Product = product },
        product == "Postgres" ? new PostgresDialect(waitSeconds) : new RedshiftDialect(waitSeconds),
        TimeProvider.System);

    public Task ExecuteAsync(string sql) => ExecuteAsync(admin, sql);

    /// <summary>The rows of a query; values of a row are separated by <c>|</c>.</summary>
    public async Task<string[]> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : reader.GetString(i))));
        }

        return [.. rows];
    }

    public Task<string[]> NumbersAsync(string table) => QueryAsync($"SELECT n FROM {Schema}.{table} ORDER BY n");

    public async Task<long> CountAsync(string from) => long.Parse((await QueryAsync($"SELECT count(*) FROM {from}"))[0], CultureInfo.InvariantCulture);

    /// <summary>All tables of the schema, those that publishing keeps among them.</summary>
    public Task<string[]> AllTablesAsync() => QueryAsync($"SELECT tablename FROM pg_tables WHERE schemaname = '{Schema}' ORDER BY tablename COLLATE \"C\"");

    private static async Task ExecuteAsync(string address, string sql)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Text(PostgresServer server, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = PostgresServer.Host,
        Port = server.Port,
        Database = database,
        Username = PostgresServer.Username,
        Password = server.Password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        ApplicationName = "test",
        Pooling = false,
    }.ConnectionString;
}
