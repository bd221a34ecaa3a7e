using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Warehouse.Postgres;
using SparkEtl.Warehouse.Redshift.Files;
using SparkEtl.Warehouse.Redshift;

namespace SparkEtl.Warehouse.Servers;

/// <summary>A schema of a Postgres or Redshift database that results are published in.</summary>
internal sealed class ServerTarget(ServerAddress address, ServerDialect dialect, TimeProvider time) : ITarget
{
    private readonly string schema = dialect.Fold(address.Schema);

    /// <summary>The target at an address.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="s3">By way of which folder large results reach Redshift; null for none.</param>
    /// <param name="time">The clock.</param>
    public static ServerTarget Of(ServerAddress address, S3Options? s3, TimeProvider time) =>
        new(address, address.Product == "Redshift" ? new RedshiftDialect(files: s3 is null ? null : new FileCopy(s3)) : new PostgresDialect(), time);

    /// <inheritdoc/>
    public string Description => address.ToString();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(string Table, long Rows)>> PublishAsync(RunRecord run, IEnumerable<PublishedTable> tables, CancellationToken cancellation)
    {
        var connection = await ServerConnection.OpenAsync(address, Purpose.Publish, cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await new Publication(connection, dialect, schema, run, time).PublishAsync(tables, cancellation).ConfigureAwait(false);
            }
            finally
            {
                await dialect.EndAsync().ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<string?> WhyNotReachableAsync(CancellationToken cancellation)
    {
        try
        {
            var connection = await ServerConnection.OpenAsync(address, Purpose.Read, cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var catalogue = new ServerCatalogue(connection, schema);
                if (!await catalogue.HasSchemaAsync(cancellation).ConfigureAwait(false))
                {
                    return await catalogue.MayCreateSchemasAsync(address.Database, cancellation).ConfigureAwait(false) ? null
                        : $"there is no schema {schema}, and the user {address.Username} may not create it: CREATE SCHEMA {ServerDialect.Quote(schema)} AUTHORIZATION {ServerDialect.Quote(address.Username)}";
                }

                return await catalogue.MayCreateTablesAsync(cancellation).ConfigureAwait(false) ? null
                    : $"the user {address.Username} may not create tables in the schema {schema}: GRANT USAGE, CREATE ON SCHEMA {ServerDialect.Quote(schema)} TO {ServerDialect.Quote(address.Username)}";
            }
        }
        catch (WarehouseException e)
        {
            return e.Message;
        }
    }

    /// <summary>The published tables by name; what publishing keeps beside them is left out.</summary>
    /// <exception cref="WarehouseException">The server cannot be reached or refuses.</exception>
    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellation)
    {
        var connection = await ServerConnection.OpenAsync(address, Purpose.Read, cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var tables = await new ServerCatalogue(connection, schema).TablesAsync(cancellation).ConfigureAwait(false);
            return [.. tables.Where(t => !t.StartsWith(ServerNames.Mark, StringComparison.Ordinal))];
        }
    }

    /// <summary>The rows of a published table, ordered by its first column, nulls first, text byte by byte.</summary>
    /// <exception cref="WarehouseException">The server cannot be reached or refuses, or a value is of no type a result can have.</exception>
    public async Task<PublishedTable> ReadAsync(string table, CancellationToken cancellation)
    {
        var connection = await ServerConnection.OpenAsync(address, Purpose.Read, cancellation).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await new PublishedReader(connection, dialect, schema).ReadAsync(table, cancellation).ConfigureAwait(false);
        }
    }
}
