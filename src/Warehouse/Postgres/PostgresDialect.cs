using Npgsql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Postgres;

/// <summary>Postgres: rows by binary COPY; runs keep apart by advisory locks of their connection.</summary>
internal sealed class PostgresDialect(int waitSeconds = 600) : ServerDialect
{
    public override string Product => "Postgres";

    public override int LongestName => 63;

    // Another connection may fill them, and look at them, before they are published.
    public override bool StagesInTransaction => false;

    public override string Fold(string name) => name;

    public override string? TypeName(DataType type, int? bytes) => type switch
    {
        StringType => "text",
        BooleanType => "boolean",
        ByteType or ShortType => "smallint",
        IntegerType => "integer",
        LongType => "bigint",
        FloatType => "real",
        DoubleType => "double precision",
        DecimalType d => $"numeric({d.Precision},{d.Scale})",
        DateType => "date",
        TimestampType or TimestampNtzType => "timestamp without time zone",
        BinaryType => "bytea",
        _ => null,
    };

    public override bool Accepts(DataType type, string found) =>
        found == TypeName(type, null) || (type is StringType && found.StartsWith("character varying", StringComparison.Ordinal));

    // The database's own order of text depends on its language.
    public override string OrderKey(string quoted, DataType type) => type is StringType ? $"CAST({quoted} AS VARCHAR) COLLATE \"C\"" : quoted;

    public override string LockAgainstWriters(string table) => $"LOCK TABLE {table} IN EXCLUSIVE MODE";

    public override async Task LockAsync(ServerConnection connection, string schema, RunRecord run, CancellationToken cancellation)
    {
        try
        {
            await connection.ExecuteAsync(
                "SELECT pg_advisory_lock(hashtextextended(@name, 0))", cancellation, new { name = $"sparketl {schema} {run.Pipeline}" }, waitSeconds).ConfigureAwait(false);
        }
        catch (WarehouseException e) when (e.InnerException is NpgsqlException { InnerException: TimeoutException })
        {
            throw new WarehouseException(
                $"Another run of the pipeline {run.Pipeline} is publishing into the schema {schema}, and was not done after {waitSeconds} s. "
                + "Run again when it is, or end it (pg_stat_activity lists it as sparketl). The published tables are as they were.",
                e,
                isTransient: true);
        }

        // Held as long as the run lives: what others take its staging tables for depends on it.
        await connection.ExecuteAsync("SELECT pg_advisory_lock(hashtextextended(@name, 0))", cancellation, new { name = Name(run.Id) }).ConfigureAwait(false);
    }

    public override async Task DropLeftoversAsync(ServerConnection connection, string schema, CancellationToken cancellation)
    {
        var tables = await connection.QueryAsync<string>(
            $"""
            SELECT c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = @schema AND c.relkind = 'r' AND pg_has_role(c.relowner, 'USAGE') AND starts_with(c.relname::text, '{ServerNames.Mark}')
            """,
            new { schema },
            cancellation).ConfigureAwait(false);
        foreach (var left in tables.Select(t => (Table: t, Run: ServerNames.RunOfStaging(t))).Where(t => t.Run is not null).GroupBy(t => t.Run!.Value, t => t.Table))
        {
            var name = Name(left.Key);
            if (!(await connection.QueryAsync<bool>("SELECT pg_try_advisory_lock(hashtextextended(@name, 0))", new { name }, cancellation).ConfigureAwait(false))[0])
            {
                continue;
            }

            // Spark's tasks may not know yet that their run has ended.
            await connection.ExecuteAsync(EndConnections(ServerNames.Application(left.Key)), cancellation).ConfigureAwait(false);
            foreach (var table in left)
            {
                await connection.ExecuteAsync($"DROP TABLE IF EXISTS {Named(schema, table)}", cancellation).ConfigureAwait(false);
            }

            await connection.ExecuteAsync("SELECT pg_advisory_unlock(hashtextextended(@name, 0))", cancellation, new { name }).ConfigureAwait(false);
        }
    }

    public override Task<LoadedRows> LoadAsync(
        ServerConnection connection, string table, IReadOnlyList<ServerColumn> columns, IEnumerable<object?[]> rows, CancellationToken cancellation) =>
        BinaryCopy.LoadAsync(
            connection, $"COPY {table} ({string.Join(", ", columns.Select(c => Quote(c.Name)))}) FROM STDIN (FORMAT BINARY)", columns, rows, cancellation);

    // Only the user's own: others' are not for it to end.
    public override string EndConnections(string application) =>
        $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{application}' AND usename = current_user";

    private static string Name(Guid run) => $"sparketl run {run:N}";
}
