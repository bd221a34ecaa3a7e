using System.Globalization;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Servers;

/// <summary>
/// One run's results on their way into a schema: rows go to staging tables; one transaction then puts them in the place of the old rows
/// of the published tables, with the run's row in the ledger. The tables themselves stay, and with them their views, grants and indexes.
/// </summary>
internal sealed class Publication(ServerConnection connection, ServerDialect dialect, string schema, RunRecord run, TimeProvider time)
{
    /// <summary>How long another transaction that writes to a published table is waited for.</summary>
    private const int WriterSeconds = 60;

    private static readonly (string Name, DataType Type)[] s_ledger =
    [
        ("run_id", new StringType()), ("pipeline", new StringType()), ("environment", new StringType()), ("started", new TimestampType()),
        ("finished", new TimestampType()), ("tables", new StringType()), ("row_count", new LongType()),
    ];

    private readonly ServerCatalogue catalogue = new(connection, schema);
    private readonly List<Staged> staged = [];

    /// <summary>Publishes.</summary>
    public async Task<IReadOnlyList<(string Table, long Rows)>> PublishAsync(IEnumerable<PublishedTable> tables, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (dialect.StagesInTransaction)
            {
                await connection.ExecuteAsync("BEGIN", cancellation).ConfigureAwait(false);
            }

            await dialect.LockAsync(connection, schema, run, cancellation).ConfigureAwait(false);
            await dialect.DropLeftoversAsync(connection, schema, cancellation).ConfigureAwait(false);
            foreach (var table in tables)
            {
                await StageAsync(table, cancellation).ConfigureAwait(false);
            }

            if (!dialect.StagesInTransaction)
            {
                await connection.ExecuteAsync("BEGIN", cancellation).ConfigureAwait(false);
            }

            foreach (var table in staged)
            {
                await ReplaceAsync(table, cancellation).ConfigureAwait(false);
            }

            await AddToLedgerAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            await UndoAsync().ConfigureAwait(false);
            throw;
        }

        cancellation.ThrowIfCancellationRequested();
        await connection.CommitAsync(run).ConfigureAwait(false);
        return [.. staged.Select(s => (s.Target, s.Rows.Count))];
    }

    // What is there is not made again: making it takes rights that a publisher need not have.
    private async Task PrepareAsync(CancellationToken cancellation)
    {
        if (!await catalogue.HasSchemaAsync(cancellation).ConfigureAwait(false))
        {
            await connection.MakeAsync($"CREATE SCHEMA IF NOT EXISTS {ServerDialect.Quote(schema)}", cancellation).ConfigureAwait(false);
        }

        if (await catalogue.KindAsync(ServerNames.Ledger, cancellation).ConfigureAwait(false) is null)
        {
            var columns = s_ledger.Select(c => $"{ServerDialect.Quote(c.Name)} {dialect.TypeName(c.Type, null)}");
            await connection.MakeAsync($"CREATE TABLE IF NOT EXISTS {Named(ServerNames.Ledger)} ({string.Join(", ", columns)})", cancellation).ConfigureAwait(false);
        }

        if (dialect.StagesInTransaction && await catalogue.KindAsync(ServerNames.Lock, cancellation).ConfigureAwait(false) is null)
        {
            await connection.MakeAsync($"CREATE TABLE IF NOT EXISTS {Named(ServerNames.Lock)} (\"unused\" {dialect.TypeName(new LongType(), null)})", cancellation)
                .ConfigureAwait(false);
        }
    }

    private async Task StageAsync(PublishedTable table, CancellationToken cancellation)
    {
        // Before the rows are computed, which may take hours: whether they could be published at all.
        var columns = dialect.Columns(table);
        var target = dialect.Fold(table.Name);
        if (staged.Any(s => s.Target == target))
        {
            throw new WarehouseException($"The run gives two tables of the name {target}. Give one of them another name.");
        }

        await FitsAsync(target, columns, cancellation).ConfigureAwait(false);
        var staging = ServerNames.Staging(run.Id, staged.Count);

        // An engine's connections do not see what a transaction of ours made.
        var engine = !dialect.StagesInTransaction && table.Engine is { } rows && await rows.AreForEngineAsync(cancellation).ConfigureAwait(false) ? rows : null;
        var inStaging = engine is null ? columns : [.. columns.Select((c, i) => c with { Name = EngineTable.Column(i) })];
        await connection.ExecuteAsync($"CREATE TABLE {Named(staging)} ({Definitions(inStaging, null)})", cancellation).ConfigureAwait(false);
        var index = staged.Count;
        staged.Add(new Staged(target, staging, columns, Names(inStaging), new LoadedRows(0, []), engine is not null));
        var loaded = engine is null
            ? await dialect.LoadAsync(connection, Named(staging), columns, table.Rows, cancellation).ConfigureAwait(false)
            : await AppendAsync(engine, table.Name, staging, columns, cancellation).ConfigureAwait(false);
        staged[index] = staged[index] with { Rows = loaded };
    }

    // A task that is run again after its rows were committed would write them twice.
    private async Task<LoadedRows> AppendAsync(IEngineRows engine, string name, string staging, IReadOnlyList<ServerColumn> columns, CancellationToken cancellation)
    {
        var given = await engine.AppendAsync(new EngineTable(schema, staging, ServerNames.Application(run.Id)), cancellation).ConfigureAwait(false);
        var found = (await connection.QueryAsync<long>($"SELECT count(*) FROM {Named(staging)}", null, cancellation).ConfigureAwait(false))[0];
        return found == given ? new LoadedRows(given, [.. columns.Select(_ => 0)]) : throw new WarehouseException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The result {name} has {given:N0} rows, and {found:N0} arrived in {dialect.Product}: a task of the engine was lost or run twice. Run again, or set target.writer to npgsql. The published tables are as they were."),
            isTransient: true);
    }

    private async Task ReplaceAsync(Staged table, CancellationToken cancellation)
    {
        if (await FitsAsync(table.Target, table.Columns, cancellation).ConfigureAwait(false))
        {
            if (dialect.LockAgainstWriters(Named(table.Target)) is { } statement)
            {
                await connection.ExecuteAsync(statement, cancellation, seconds: WriterSeconds).ConfigureAwait(false);
            }

            await connection.ExecuteAsync($"DELETE FROM {Named(table.Target)}", cancellation).ConfigureAwait(false);
        }
        else
        {
            await connection.ExecuteAsync($"CREATE TABLE {Named(table.Target)} ({Definitions(table.Columns, table.Rows.LongestText)})", cancellation)
                .ConfigureAwait(false);
        }

        await connection.ExecuteAsync($"INSERT INTO {Named(table.Target)} ({Names(table.Columns)}) SELECT {table.StagingNames} FROM {Named(table.Staging)}", cancellation).ConfigureAwait(false);
        await connection.ExecuteAsync($"DROP TABLE {Named(table.Staging)}", cancellation).ConfigureAwait(false);
    }

    /// <summary>True when there is a table that takes the rows, false when there is none.</summary>
    private async Task<bool> FitsAsync(string table, IReadOnlyList<ServerColumn> columns, CancellationToken cancellation)
    {
        var kind = await catalogue.KindAsync(table, cancellation).ConfigureAwait(false);
        if (kind is null)
        {
            return false;
        }

        if (kind != "table")
        {
            throw new WarehouseException(
                $"The {dialect.Product} schema {schema} has a {kind} of the name {table}, expected a table or nothing. Drop or rename the {kind}, or give the result another name.");
        }

        var differences = Differences(columns, await catalogue.ColumnsAsync(table, cancellation).ConfigureAwait(false)).ToArray();
        return differences.Length == 0 ? true : throw new WarehouseException(
            $"The published table {schema}.{table} has other columns than the run's result: {string.Join("; ", differences)}. Its views and grants would be lost "
            + $"with it, so it is not replaced: change it with ALTER TABLE {Named(table)} ..., or drop it and run again. The published tables are as they were.");
    }

    private IEnumerable<string> Differences(IReadOnlyList<ServerColumn> columns, IReadOnlyList<CatalogueColumn> found)
    {
        foreach (var column in columns)
        {
            if (found.FirstOrDefault(f => f.Name == column.Name) is not { } there)
            {
                yield return $"it has no column {column.Name} {dialect.TypeName(column.Type, null)}";
            }
            else if (!dialect.Accepts(column.Type, there.Type))
            {
                yield return $"its column {column.Name} is {there.Type}, expected {dialect.TypeName(column.Type, null)}";
            }
        }

        foreach (var extra in found.Where(f => columns.All(c => c.Name != f.Name)))
        {
            yield return $"it has a column {extra.Name} {extra.Type} that the result lacks";
        }
    }

    private Task AddToLedgerAsync(CancellationToken cancellation) => connection.ExecuteAsync(
        $"INSERT INTO {Named(ServerNames.Ledger)} ({string.Join(", ", s_ledger.Select(c => ServerDialect.Quote(c.Name)))}) "
        + "VALUES (@id, @pipeline, @environment, CAST(@started AS TIMESTAMP), CAST(@finished AS TIMESTAMP), @tables, @rows)",
        cancellation,
        new
        {
            id = run.Id.ToString(),
            pipeline = run.Pipeline,
            environment = run.Environment,
            started = Moment(run.Started),
            finished = Moment(time.GetUtcNow()),
            tables = string.Join(", ", staged.Select(s => s.Target)),
            rows = staged.Sum(s => s.Rows.Count),
        });

    private async Task UndoAsync()
    {
        await connection.UndoAsync("ROLLBACK").ConfigureAwait(false);
        if (!dialect.StagesInTransaction)
        {
            if (staged.Any(s => s.ByEngine))
            {
                // What they still write would have the staging table wait.
                await connection.UndoAsync(dialect.EndConnections(ServerNames.Application(run.Id))).ConfigureAwait(false);
            }

            foreach (var table in staged)
            {
                await connection.UndoAsync($"DROP TABLE IF EXISTS {Named(table.Staging)}").ConfigureAwait(false);
            }
        }
    }

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static string Names(IEnumerable<ServerColumn> columns) => string.Join(", ", columns.Select(c => ServerDialect.Quote(c.Name)));

    private string Named(string table) => ServerDialect.Named(schema, table);

    private string Definitions(IReadOnlyList<ServerColumn> columns, IReadOnlyList<int>? longest) =>
        string.Join(", ", columns.Select((c, i) => $"{ServerDialect.Quote(c.Name)} {dialect.TypeName(c.Type, longest?[i])}"));

    private sealed record Staged(string Target, string Staging, IReadOnlyList<ServerColumn> Columns, string StagingNames, LoadedRows Rows, bool ByEngine);
}
