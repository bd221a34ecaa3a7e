using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Servers;

/// <summary>Reads published tables back, in the types they were published with; a column of another type is read as text.</summary>
internal sealed partial class PublishedReader(ServerConnection connection, ServerDialect dialect, string schema)
{
    private const int EpochDay = 719162;

    /// <summary>All rows of a table.</summary>
    public async Task<PublishedTable> ReadAsync(string table, CancellationToken cancellation)
    {
        var columns = (await new ServerCatalogue(connection, schema).ColumnsAsync(table, cancellation).ConfigureAwait(false))
            .Select(c => (c.Name, Type: TypeOf(c.Type))).ToArray();
        var selected = columns.Select(c => AsText(c.Type) ? $"CAST({ServerDialect.Quote(c.Name)} AS VARCHAR)" : ServerDialect.Quote(c.Name));
        var order = dialect.OrderKey(ServerDialect.Quote(columns[0].Name), columns[0].Type);
        var rows = await connection.UseAsync(async driver =>
        {
            var command = driver.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = $"SELECT {string.Join(", ", selected)} FROM {ServerDialect.Named(schema, table)} ORDER BY {order} NULLS FIRST";
                var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    var read = new List<object?[]>();
                    while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                    {
                        read.Add([.. columns.Select((c, i) => reader.IsDBNull(i) ? null : Value(reader, i, c.Type))]);
                    }

                    return read;
                }
            }
        }).ConfigureAwait(false);
        return new PublishedTable(table, new StructType(columns.Select(c => new StructField(c.Name, c.Type))), rows);
    }

    private static bool AsText(DataType type) => type is DecimalType or StringType;

    private static object Value(DbDataReader reader, int column, DataType type) => type switch
    {
        DecimalType d => Decimal(reader.GetString(column), d.Scale),
        DateType => reader.GetFieldValue<DateOnly>(column).DayNumber - EpochDay,
        TimestampType => (reader.GetDateTime(column) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
        BinaryType => reader.GetFieldValue<byte[]>(column),
        StringType => reader.GetString(column),
        _ => reader.GetValue(column),
    };

    private static DecimalValue Decimal(string text, int scale) =>
        new(Int128.Parse(text.Replace(".", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), scale);

    private static DataType TypeOf(string found) => found switch
    {
        "bigint" => new LongType(),
        "integer" => new IntegerType(),
        "smallint" => new ShortType(),
        "double precision" => new DoubleType(),
        "real" => new FloatType(),
        "boolean" => new BooleanType(),
        "date" => new DateType(),
        "timestamp without time zone" => new TimestampType(),
        "bytea" => new BinaryType(),
        _ when Numeric().Match(found) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var precision and <= 38
            && int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is var scale && scale <= precision => new DecimalType(precision, scale),
        _ => new StringType(),
    };

    [GeneratedRegex(@"^numeric\((\d+),(\d+)\)$")]
    private static partial Regex Numeric();
}
