using Npgsql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Redshift.Files;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Redshift;

/// <summary>
/// Redshift: no COPY from a client, no advisory locks, no text without a length. Everything happens in one transaction behind a lock on a
/// table that nobody reads, so that nothing is left of a run that ends in the middle.
/// </summary>
internal sealed class RedshiftDialect(int waitSeconds = 600, FileCopy? files = null) : ServerDialect
{
    private const int ShortestText = 256;

    public override string Product => "Redshift";

    public override int LongestName => 127;

    public override bool StagesInTransaction => true;

    public override string Fold(string name) => name.ToLowerInvariant();

    public override string? TypeName(DataType type, int? bytes) => type switch
    {
        StringType => $"VARCHAR({Width(bytes)})",
        BooleanType => "BOOLEAN",
        ByteType or ShortType => "SMALLINT",
        IntegerType => "INTEGER",
        LongType => "BIGINT",
        FloatType => "REAL",
        DoubleType => "DOUBLE PRECISION",
        DecimalType d => $"NUMERIC({d.Precision},{d.Scale})",
        DateType => "DATE",
        TimestampType or TimestampNtzType => "TIMESTAMP",
        _ => null,
    };

    // The catalogue has long names for some types.
    public override bool Accepts(DataType type, string found) => type switch
    {
        StringType => found.StartsWith("character varying", StringComparison.Ordinal),
        TimestampType or TimestampNtzType => found == "timestamp without time zone",
        _ => found.Equals(TypeName(type, null), StringComparison.OrdinalIgnoreCase),
    };

    // Redshift compares text byte by byte.
    public override string OrderKey(string quoted, DataType type) => quoted;

    // Its transactions are serialisable: one that another's writes would mix with fails.
    public override string? LockAgainstWriters(string table) => null;

    public override async Task LockAsync(ServerConnection connection, string schema, RunRecord run, CancellationToken cancellation)
    {
        try
        {
            await connection.ExecuteAsync($"LOCK TABLE {Named(schema, ServerNames.Lock)}", cancellation, seconds: waitSeconds).ConfigureAwait(false);
        }
        catch (WarehouseException e) when (e.InnerException is NpgsqlException { InnerException: TimeoutException })
        {
            throw new WarehouseException(
                $"Another run is publishing into the schema {schema}, and was not done after {waitSeconds} s. Run again when it is, or end it. "
                + "The published tables are as they were.",
                e,
                isTransient: true);
        }
    }

    public override Task DropLeftoversAsync(ServerConnection connection, string schema, CancellationToken cancellation) => Task.CompletedTask;

    public override async Task<LoadedRows> LoadAsync(
        ServerConnection connection, string table, IReadOnlyList<ServerColumn> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        if (files is null)
        {
            return await InsertBatch.LoadAsync(this, connection, table, columns, rows, cancellation).ConfigureAwait(false);
        }

        // How many there are is known when they have come.
        using var rest = rows.GetEnumerator();
        var first = new List<object?[]>();
        while (first.Count <= files.Few && rest.MoveNext())
        {
            first.Add(rest.Current);
        }

        return first.Count <= files.Few
            ? await InsertBatch.LoadAsync(this, connection, table, columns, first, cancellation).ConfigureAwait(false)
            : await files.LoadAsync(connection, table, columns, first.Concat(Following(rest)), cancellation).ConfigureAwait(false);
    }

    // S3 knows no transaction.
    public override Task EndAsync() => files?.RemoveAsync() ?? Task.CompletedTask;

    private static IEnumerable<object?[]> Following(IEnumerator<object?[]> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }

    // Room for the next runs' data: a table with views over it is not easily widened.
    private static int Width(int? bytes)
    {
        if (bytes is not { } longest)
        {
            return RedshiftLimits.LongestText;
        }

        var width = ShortestText;
        while (width < 2L * longest)
        {
            width *= 2;
        }

        return Math.Min(width, RedshiftLimits.LongestText);
    }
}
