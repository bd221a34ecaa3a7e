using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.DuckDb;

/// <summary>
/// A DuckDB file that results are published in. Rows go to staging tables first; one transaction then puts them in the place of the old
/// tables, with the run's row in the ledger. A run that ends anywhere before leaves the old tables; the next one removes what it left.
/// </summary>
internal sealed class DuckDbTarget(string path, string schema, TimeProvider time) : ITarget
{
    private const string StagingMark = "__staging_";

    // Of the names that end so none is a user's own: the run's identity follows the mark.
    private const string IsStaging = $"regexp_matches(table_name, '{StagingMark}[0-9a-f]{{32}}$')";
    private const string Ledger = "_sparketl_runs";

    /// <summary>The file.</summary>
    public string Description => path;

    // In process: there is nothing to wait for but the work itself.
    Task<IReadOnlyList<(string Table, long Rows)>> ITarget.PublishAsync(RunRecord run, IEnumerable<PublishedTable> tables, CancellationToken cancellation) =>
        Task.FromResult(Publish(run, tables, cancellation));

    Task<string?> ITarget.WhyNotReachableAsync(CancellationToken cancellation) => Task.FromResult(WhyNotReachable());

    /// <summary>Publishes tables together; the number of rows of each.</summary>
    /// <exception cref="WarehouseException">The file cannot be opened or written; the old tables are as they were.</exception>
    public IReadOnlyList<(string Table, long Rows)> Publish(RunRecord run, IEnumerable<PublishedTable> tables, CancellationToken cancellation)
    {
        try
        {
            using var database = Open(readOnly: false);
            using var connection = database.Connect();
            connection.Execute($"CREATE SCHEMA IF NOT EXISTS {Quote(schema)}", cancellation);
            DropLeftovers(connection, cancellation);
            var staged = new List<(string Table, string Staging, long Rows)>();
            try
            {
                foreach (var table in tables)
                {
                    var staging = $"{table.Name}{StagingMark}{run.Id:N}";
                    staged.Add((table.Name, staging, Stage(connection, table, staging, cancellation)));
                }

                Swap(connection, run, staged, cancellation);
            }
            catch
            {
                Undo(connection);
                throw;
            }

            return [.. staged.Select(s => (s.Table, s.Rows))];
        }
        catch (DuckDbException e)
        {
            throw new WarehouseException($"The target {path} cannot be written: {e.Message} The published tables are as they were.", e);
        }
    }

    /// <summary>The names of the published tables; none when the file is not there.</summary>
    public IReadOnlyList<string> Tables()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var database = OpenOrThrow();
        using var connection = database.Connect();
        return Names(connection, $"NOT {IsStaging}");
    }

    /// <summary>Says whether the file can be opened, or why not.</summary>
    public string? WhyNotReachable()
    {
        try
        {
            var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
            while (!Directory.Exists(folder))
            {
                if (File.Exists(folder))
                {
                    return $"{folder} is a file, expected a folder";
                }

                folder = System.IO.Path.GetDirectoryName(folder)!;
            }

            if (File.Exists(path))
            {
                using var database = Open(readOnly: false);
            }

            return null;
        }
        catch (Exception e) when (e is DuckDbException or IOException or UnauthorizedAccessException or WarehouseException)
        {
            return e.Message;
        }
    }

    private static string Quote(string name) => DuckDbDialect.QuoteName(name);

    private static string TypeName(DataType type) => type is TimestampType ? "TIMESTAMPTZ" : DuckDbDialect.Instance.TypeName(type);

    private string Named(string table) => $"{Quote(schema)}.{Quote(table)}";

    private DuckDbDatabase OpenOrThrow()
    {
        try
        {
            return Open(readOnly: true);
        }
        catch (DuckDbException e)
        {
            throw new WarehouseException($"The target {path} cannot be read: {e.Message}", e);
        }
    }

    private DuckDbDatabase Open(bool readOnly)
    {
        try
        {
            if (!readOnly && System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            return DuckDbDatabase.Open(new DuckDbOptions { Path = path, ReadOnly = readOnly, EnableExternalAccess = false });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WarehouseException($"The folder of the target {path} cannot be made: {e.Message}", e);
        }
    }

    private void DropLeftovers(DuckDbConnection connection, CancellationToken cancellation)
    {
        foreach (var name in Names(connection, IsStaging))
        {
            connection.Execute($"DROP TABLE IF EXISTS {Named(name)}", cancellation);
        }
    }

    private List<string> Names(DuckDbConnection connection, string condition)
    {
        using var result = connection.Query(
            $"SELECT table_name FROM duckdb_tables() WHERE schema_name = {DuckDbDialect.QuoteText(schema)} AND {condition} AND table_name <> '{Ledger}' ORDER BY 1");
        var names = new List<string>();
        while (result.NextChunk() is { } chunk)
        {
            for (var row = 0; row < chunk.RowCount; row++)
            {
                names.Add(chunk[0].GetString(row));
            }
        }

        return names;
    }

    private long Stage(DuckDbConnection connection, PublishedTable table, string staging, CancellationToken cancellation)
    {
        var columns = table.Schema.Fields.Select(f => $"{Quote(f.Name)} {TypeName(f.DataType)}");
        connection.Execute($"CREATE TABLE {Named(staging)} ({string.Join(", ", columns)})", cancellation);
        using var appender = connection.Appender(staging, schema);
        long rows = 0;
        foreach (var row in table.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            appender.AppendRow([.. row.Select((v, i) => Values.ToDuckDb(v, table.Schema.Fields[i].DataType))]);
            rows++;
        }

        appender.Flush();
        return rows;
    }

    // Views that name a table find the new one by its name; readers see the old tables until the commit.
    private void Swap(DuckDbConnection connection, RunRecord run, List<(string Table, string Staging, long Rows)> staged, CancellationToken cancellation)
    {
        connection.Execute("BEGIN TRANSACTION", cancellation);
        foreach (var (table, staging, _) in staged)
        {
            connection.Execute($"DROP TABLE IF EXISTS {Named(table)}", cancellation);
            connection.Execute($"ALTER TABLE {Named(staging)} RENAME TO {Quote(table)}", cancellation);
        }

        connection.Execute(
            $"CREATE TABLE IF NOT EXISTS {Named(Ledger)} (run_id UUID, pipeline VARCHAR, environment VARCHAR, started TIMESTAMPTZ, finished TIMESTAMPTZ, tables VARCHAR, row_count BIGINT)",
            cancellation);
        connection.Execute(
            string.Create(
                CultureInfo.InvariantCulture,
                $"INSERT INTO {Named(Ledger)} VALUES ('{run.Id}', {DuckDbDialect.QuoteText(run.Pipeline)}, {DuckDbDialect.QuoteText(run.Environment)}, '{run.Started.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00', '{time.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00', {DuckDbDialect.QuoteText(string.Join(", ", staged.Select(s => s.Table)))}, {staged.Sum(s => s.Rows)})"),
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        connection.Execute("COMMIT", CancellationToken.None);
    }

    private void Undo(DuckDbConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK", CancellationToken.None);
        }
        catch (DuckDbException)
        {
            // No transaction had begun: only staging tables were written.
        }

        try
        {
            DropLeftovers(connection, CancellationToken.None);
        }
        catch (DuckDbException)
        {
            // The disk may be full; the next run removes them.
        }
    }
}
