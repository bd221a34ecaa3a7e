using System.Data;
using Dapper;
using Npgsql;

namespace SparkEtl.Warehouse.Servers;

/// <summary>One connection. What the server or the network refuses becomes a <see cref="WarehouseException"/>; a cancellation stays one.</summary>
internal sealed class ServerConnection : IAsyncDisposable
{
    // Said with every statement: a statement of one word would be taken for the name of a procedure.
    private const CommandType Text = CommandType.Text;
    private const int UndoSeconds = 5;

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlConnection connection;
    private readonly ServerErrors errors;

    private ServerConnection(NpgsqlDataSource source, NpgsqlConnection connection, ServerErrors errors) =>
        (this.source, this.connection, this.errors) = (source, connection, errors);

    /// <summary>Connects.</summary>
    /// <exception cref="WarehouseException">The server cannot be reached or refuses.</exception>
    public static async Task<ServerConnection> OpenAsync(ServerAddress address, Purpose purpose, CancellationToken cancellation)
    {
        var errors = new ServerErrors(address, purpose);
        var builder = new NpgsqlDataSourceBuilder(address.Connection().ConnectionString);

        // Only built-in types are used, and Redshift does not answer the question for the others.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        var source = builder.Build();
        try
        {
            var connection = await errors.ExplainAsync(async () => await source.OpenConnectionAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            return new ServerConnection(source, connection, errors);
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Runs a statement; the number of rows it changed.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellation">Stops it on the server too.</param>
    /// <param name="parameters">Values for its <c>@names</c>.</param>
    /// <param name="seconds">How long it may take; 0 for ever.</param>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancellation, object? parameters = null, int seconds = 0) => errors.ExplainAsync(
        () => connection.ExecuteAsync(new CommandDefinition(sql, parameters, commandTimeout: seconds, commandType: Text, cancellationToken: cancellation)));

    /// <summary>Makes something that may be there already; two runs that make it at once both succeed.</summary>
    public async Task MakeAsync(string sql, CancellationToken cancellation)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellation)).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DuplicateTable
            or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateSchema)
        {
            // IF NOT EXISTS looks before it makes; the other run was between the two. Of a table it is sometimes the type that is there already.
        }
        catch (Exception e) when (ServerErrors.IsOfServer(e))
        {
            throw errors.Explain(e);
        }
    }

    /// <summary>Runs a query and reads all its rows.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken cancellation) => (await errors.ExplainAsync(
        () => connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellation))).ConfigureAwait(false)).AsList();

    /// <summary>Runs something of the driver's own.</summary>
    public Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> use) => errors.ExplainAsync(() => use(connection));

    /// <summary>Runs a statement that takes back what was begun; a connection that is gone took it back itself.</summary>
    public async Task UndoAsync(string sql)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: UndoSeconds, commandType: Text)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or IOException or ObjectDisposedException)
        {
            // The server ends what a lost connection began; staging tables that stay are removed by the next run.
        }
    }

    /// <summary>Makes a transaction's work visible.</summary>
    /// <exception cref="WarehouseException">It was refused, or the answer was lost: then the message says how to find out.</exception>
    public async Task CommitAsync(RunRecord run)
    {
        try
        {
            await connection.ExecuteAsync(new CommandDefinition("COMMIT", commandType: Text)).ConfigureAwait(false);
        }
        catch (PostgresException e)
        {
            throw errors.Explain(e);
        }
        catch (Exception e) when (ServerErrors.IsOfServer(e))
        {
            throw errors.OutcomeUnknown(e, run);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }
}
