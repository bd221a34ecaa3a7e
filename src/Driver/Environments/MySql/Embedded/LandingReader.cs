using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Logging;

namespace SparkEtl.Driver.Environments.MySql.Embedded;

/// <summary>
/// Reads tables of MySQL for the embedded engine: each is landed once, as Parquet in a folder of the run, and read from there. All tables are
/// as they were at one moment.
/// </summary>
/// <param name="environment">The environment.</param>
/// <param name="rows">False to land the columns and no row, for those who only look.</param>
internal sealed class LandingReader(EnvironmentSession environment, bool rows) : IMySqlReader
{
    private const string Function = "mysql_rows";

    private readonly MySqlServer server = new(environment);
    private readonly Dictionary<string, DataFrame> frames = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables() => [.. server.Catalogue().Select(t => t.Name)];

    /// <inheritdoc/>
    public DataFrame Read(string name, IReadOnlyCollection<string>? columns)
    {
        var table = server.Find(name);
        var chosen = table.Columns.Where(c => columns?.Contains(c.Name, StringComparer.OrdinalIgnoreCase) ?? true).ToArray();

        // What is missing is told by whoever asked for it, with the columns that are there.
        var read = (chosen.Length > 0 ? chosen : [.. table.Columns]).Select(c => LandedColumn.Of(c.Name, c.Type) ?? throw new DriverException(
            $"The column {c.Name} of the table {table.Name} is of MySQL's type {c.Type}, which the embedded engine does not read. Leave the column out, or run with --engine spark.")).ToArray();
        var key = $"{table.Name}\n{string.Join('\n', read.Select(c => c.Name))}";
        if (!frames.TryGetValue(key, out var frame))
        {
            frame = environment.Session.Read().Parquet(Landed(table, read));
            frames.Add(key, frame);
        }

        return frame;
    }

    private string Landed(MySqlTable table, LandedColumn[] columns)
    {
        var file = Path.Combine(environment.Scratch(), string.Create(CultureInfo.InvariantCulture, $"{frames.Count}.parquet"));
        var query = $"SELECT {string.Join(", ", columns.Select(c => c.Asked))} FROM {MySqlTable.Quote(table.Name)}{(rows ? string.Empty : " WHERE 1 = 0")}";
        TextScan? scan = null;
        try
        {
            using var texts = server.Direct.Read(query);
            scan = new TextScan(texts);
            using var database = DuckDbDatabase.Open(new DuckDbOptions { Threads = 1, TempDirectory = string.Empty, PreserveInsertionOrder = true });
            using var connection = database.Connect();
            DuckDbColumn[] asTexts = [.. columns.Select((_, i) => new DuckDbColumn(Place(i), DuckDbType.Varchar))];
            connection.RegisterTable(new TableFunction(Function, [], _ => new TableSource(asTexts, () => scan)));
            var read = columns.Select((c, i) => $"{c.ReadFrom(Place(i))} AS {DuckDbDialect.QuoteName(c.Name)}");
            connection.Execute(
                $"COPY (SELECT {string.Join(", ", read)} FROM {Function}()) TO {DuckDbDialect.QuoteText(file)} (FORMAT parquet, COMPRESSION zstd)",
                environment.Session.State.Cancellation);
        }
        catch (DuckDbException e) when (scan?.Failure is { } lost)
        {
            throw new DriverException($"The table {table.Name} could not be read to its end: {server.Explain(lost).Message} Nothing was published; run again when the server is up.", e);
        }
        catch (DuckDbException e) when (e.Type is DuckDbErrorType.Conversion or DuckDbErrorType.OutOfRange)
        {
            throw new DriverException($"A value of the table {table.Name} does not fit: {e.Message.Split('\n')[0].TrimEnd('.')}. Correct it in the source, or run with --engine spark.", e);
        }
        catch (DuckDbException e)
        {
            throw new DriverException($"The table {table.Name} could not be landed in {Path.GetDirectoryName(file)}: {e.Message}", e);
        }
        catch (DatabaseException e)
        {
            throw server.Explain(e);
        }

        environment.Log.Debug($"landed {table.Name}", ("columns", columns.Length));
        return file;
    }

    private static string Place(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");
}
