using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse.Redshift.Files;

/// <summary>Rows as Parquet files in a folder of this machine, one after the other: the next is written when the last was taken away.</summary>
internal sealed class ParquetParts : IDisposable
{
    // What one file holds, and the memory with it.
    private const int MostRows = 250_000;
    private const long MostTextBytes = 64_000_000;
    private const string Table = "part";

    private readonly string folder;
    private readonly IReadOnlyList<ServerColumn> columns;
    private readonly int[] longest;
    private readonly DuckDbDatabase database;
    private readonly DuckDbConnection connection;

    public ParquetParts(string folder, IReadOnlyList<ServerColumn> columns)
    {
        this.folder = folder;
        this.columns = columns;
        longest = new int[columns.Count];
        database = DuckDbDatabase.Open(new DuckDbOptions { Threads = 1, MemoryLimit = "1GB", TempDirectory = folder, PreserveInsertionOrder = true });
        connection = database.Connect();
    }

    /// <summary>How many rows were written.</summary>
    public long Count { get; private set; }

    /// <summary>The bytes of the longest text of each column.</summary>
    public IReadOnlyList<int> LongestText => longest;

    /// <summary>The files, as they are written.</summary>
    /// <exception cref="WarehouseException">Redshift cannot hold a value.</exception>
    public IEnumerable<string> Write(IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        using var from = rows.GetEnumerator();
        var more = from.MoveNext();
        for (var number = 0; more; number++)
        {
            var definitions = columns.Select(c => $"{DuckDbDialect.QuoteName(c.Name)} {TypeName(c.Type)}");
            connection.Execute($"CREATE OR REPLACE TABLE {Table} ({string.Join(", ", definitions)})", cancellation);
            more = Fill(from, cancellation);
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"part-{number:D5}.parquet"));
            connection.Execute($"COPY {Table} TO {DuckDbDialect.QuoteText(file)} (FORMAT parquet, COMPRESSION snappy)", cancellation);
            yield return file;
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    private bool Fill(IEnumerator<object?[]> from, CancellationToken cancellation)
    {
        using var appender = connection.Appender(Table);
        long bytes = 0;
        var more = true;
        for (var rows = 0; more && rows < MostRows && bytes < MostTextBytes; rows++)
        {
            cancellation.ThrowIfCancellationRequested();
            Count++;
            appender.AppendRow([.. from.Current.Select((value, i) =>
            {
                bytes += Check(value, i);
                return value is sbyte small ? (short)small : Values.ToDuckDb(value, columns[i].Type);
            })]);
            more = from.MoveNext();
        }

        appender.Flush();
        return more;
    }

    private int Check(object? value, int column)
    {
        switch (value)
        {
            case string text:
                var bytes = RedshiftLimits.Bytes(text, columns[column], Count);
                longest[column] = Math.Max(longest[column], bytes);
                return bytes;
            case int days when columns[column].Type is DateType:
                RedshiftLimits.Day(days, columns[column], Count);
                return 0;
            case long micros when columns[column].Type is TimestampType or TimestampNtzType:
                RedshiftLimits.Moment(micros, columns[column], Count);
                return 0;
            default:
                return 0;
        }
    }

    // The target's times are without a zone, and it has no whole number of one byte.
    private static string TypeName(DataType type) => type switch
    {
        TimestampType => "TIMESTAMP",
        ByteType => "SMALLINT",
        _ => DuckDbDialect.Instance.TypeName(type),
    };
}
