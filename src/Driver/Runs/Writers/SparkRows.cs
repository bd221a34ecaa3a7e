using System.Globalization;
using Microsoft.Extensions.Logging;
using SparkEtl.Driver.Environments;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Engines.Jvm;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Errors;
using SparkEtl.Utils.Logging;
using SparkEtl.Warehouse;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Driver.Runs.Writers;

/// <summary>
/// A result that Spark's tasks can carry to Postgres, each over a connection of its own. Spark keeps its rows first: they are counted and
/// written without being computed twice. The rows of a short result come with the question how many they are.
/// </summary>
internal sealed class SparkRows : IEngineRows
{
    /// <summary>From how many rows on Spark carries them where target.writer does not say who does.</summary>
    public const long Many = 100_000;

    /// <summary>Up to how many rows come with the question how many they are: a query more takes longer than so few.</summary>
    public const int Few = 1_000;

    private const string DatabaseFailed = "DATABASE_FAILED";
    private const int BatchRows = 5_000;
    private const int MostConnections = 16;

    private readonly JvmEngine engine;
    private readonly TargetWriter? writer;
    private readonly ServerAddress address;
    private readonly ILogger log;
    private readonly string table;
    private readonly DataFrame frame;
    private IReadOnlyList<object?[]>? all;
    private bool isMine;
    private long rows;

    private SparkRows(JvmEngine engine, TargetWriter? writer, ServerAddress address, ILogger log, string table, DataFrame frame)
    {
        this.engine = engine;
        this.writer = writer;
        this.address = address;
        this.log = log;
        this.table = table;
        this.frame = frame;
    }

    /// <summary>A result as Spark can carry it; null where it cannot, or is not to.</summary>
    public static SparkRows? Of(EnvironmentSession environment, string table, DataFrame frame) =>
        environment.Configuration.Target is PostgresTargetOptions options
            ? Of(Targets.Address(environment.Configuration, options), options.Writer, environment.Log, table, frame)
            : null;

    /// <summary>A result as Spark can carry it to an address; null where it cannot, or is not to.</summary>
    public static SparkRows? Of(ServerAddress address, TargetWriter? writer, ILogger log, string table, DataFrame frame) =>
        writer != TargetWriter.Npgsql && frame.Session.Engine is JvmEngine engine ? new SparkRows(engine, writer, address, log, table, frame) : null;

    /// <inheritdoc/>
    public Task<bool> AreForEngineAsync(CancellationToken cancellation) => Task.Run(
        () =>
        {
            if (writer is null && !HasDriver())
            {
                return false;
            }

            isMine = frame.StorageLevel() == StorageLevel.NONE;
            frame.Persist();
            if (writer is null && frame.Session.Runner.Rows(frame.Limit(Few + 1).Plan, cancellation) is { Count: <= Few } few)
            {
                all = few;
                return false;
            }

            rows = frame.Count(cancellation);
            return writer == TargetWriter.Spark || rows > Many;
        },
        cancellation);

    /// <summary>The rows, for who carries them instead; read once.</summary>
    public IEnumerable<object?[]> Stream(CancellationToken cancellation) => all ?? frame.Session.Runner.Stream(frame.Plan, cancellation);

    /// <inheritdoc/>
    public Task<long> AppendAsync(EngineTable table, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var way = PostgresWay.Of(address, table.Application);
            try
            {
                // One connection first: it says what is wrong in fewer words than a job.
                DatabaseQuestions.Ask(engine.Session, [way], "SELECT 1");
                log.Info($"{this.table}: written by Spark", ("rows", rows));
                frame.Session.Runner.Write(Positional().Plan, Request(way, table), cancellation);
                return rows;
            }
            catch (Exception e) when (e is DatabaseException or QueryException { ErrorClass: DatabaseFailed })
            {
                cancellation.ThrowIfCancellationRequested();
                throw Explain(e);
            }
            finally
            {
                if (isMine)
                {
                    frame.Unpersist();
                }
            }
        },
        cancellation);

    private bool HasDriver()
    {
        try
        {
            DatabaseQuestions.Ask(engine.Session, [PostgresWay.Of(address, "sparketl")], "SELECT 1");
            return true;
        }
        catch (DatabaseException e)
        {
            // The program's own connection works: what keeps Spark's from it is told, and is no reason to fail.
            log.Warn($"{table} is not written by Spark, whatever its size (target.writer: spark makes this an error): {e.Message}");
            return false;
        }
    }

    private DataFrame Positional()
    {
        var fields = frame.Schema().Fields;
        var names = fields.Select((_, i) => EngineTable.Column(i)).ToArray();
        return frame.ToDF(names).Select([.. names.Select((n, i) => PostgresText.Of(n, fields[i].DataType))]);
    }

    private static WriteRequest Request(DatabaseWay way, EngineTable table) => new(
        "jdbc", null, null, WriteMode.Append, [],
        [
            .. way.Options,
            new("url", way.Url),
            new("driver", way.Driver),
            new("dbtable", ServerDialect.Named(table.Schema, table.Name)),
            new("batchsize", BatchRows.ToString(CultureInfo.InvariantCulture)),
            new("numpartitions", MostConnections.ToString(CultureInfo.InvariantCulture)),
        ]);

    private WarehouseException Explain(Exception error)
    {
        var next = error is DatabaseException { HasNoDriver: true }
            ? "Put postgresql-*.jar into a folder and set SPARKETL_JDBC to it, or set target.writer to npgsql"
            : error.Message.Contains("0x00", StringComparison.Ordinal)
                ? "A text has the character U+0000, which Postgres cannot hold: take it out before publishing with regexp_replace(column, '\\\\u0000', '')"
                : "Look at the server's log and run again; target.writer: npgsql writes without Spark";
        return new WarehouseException(
            $"The target {address} cannot be written by Spark: {error.Message.TrimEnd('.')}. {next}. The published tables are as they were.",
            error,
            (error as SparkEtlException)?.IsTransient ?? false);
    }
}
