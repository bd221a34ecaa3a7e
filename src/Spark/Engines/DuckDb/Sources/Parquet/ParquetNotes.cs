using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;

/// <summary>
/// What a Parquet file says of its columns' types besides the types of Parquet: the schema that Spark notes beside the data, and timestamps of
/// 96 bits, which are moments for Spark and for what else writes them.
/// </summary>
internal sealed class ParquetNotes
{
    /// <summary>The key under which Spark notes its schema.</summary>
    public const string SchemaKey = "org.apache.spark.sql.parquet.row.metadata";

    private readonly StructType? noted;
    private readonly HashSet<string> moments;

    private ParquetNotes(StructType? noted, HashSet<string> moments)
    {
        this.noted = noted;
        this.moments = moments;
    }

    /// <summary>Asks the first of several files, as Spark does.</summary>
    public static ParquetNotes Read(DuckDbConnection connection, string path, CancellationToken cancellation)
    {
        var file = SqlTexts.Files([path]);
        var schema = Texts(connection, $"SELECT decode(value) FROM parquet_kv_metadata({file}) WHERE decode(key) = {DuckDbDialect.QuoteText(SchemaKey)}", cancellation);
        var moments = Texts(connection, $"SELECT name FROM parquet_schema({file}) WHERE type = 'INT96'", cancellation);
        return new ParquetNotes(schema.Count == 0 ? null : Parse(schema[0]), new HashSet<string>(moments, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The type of a column that was found to be of that one.</summary>
    public DataType TypeOf(string column, DataType found)
    {
        var type = noted?.IndexOf(column) is >= 0 and var index ? Noted(found, noted.Fields[index].DataType) : found;
        return type is TimestampNtzType && moments.Contains(column) ? SqlTypes.Timestamp : type;
    }

    // The note counts where the two are the same values; a file may have been changed since.
    private static DataType Noted(DataType found, DataType noted) => (found, noted) switch
    {
        (TimestampNtzType, TimestampType) or (LongType, DayTimeIntervalType) or (IntegerType, YearMonthIntervalType) => noted,
        (ArrayType f, ArrayType n) => new ArrayType(Noted(f.ElementType, n.ElementType), f.ContainsNull),
        (MapType f, MapType n) => new MapType(Noted(f.KeyType, n.KeyType), Noted(f.ValueType, n.ValueType), f.ValueContainsNull),
        (StructType f, StructType n) => new StructType(f.Fields.Select(
            field => n.IndexOf(field.Name) is >= 0 and var index ? new StructField(field.Name, Noted(field.DataType, n.Fields[index].DataType), field.IsNullable) : field)),
        _ => found,
    };

    // A type of a newer Spark's, or of a library's, says nothing here.
    private static StructType? Parse(string json)
    {
        try
        {
            return DataType.ParseDataType(json) as StructType;
        }
        catch (AnalysisException)
        {
            return null;
        }
    }

    private static List<string> Texts(DuckDbConnection connection, string sql, CancellationToken cancellation)
    {
        var texts = new List<string>();
        using var result = connection.Query(sql, cancellation);
        while (result.NextChunk() is { } chunk)
        {
            for (var row = 0; row < chunk.RowCount; row++)
            {
                texts.Add(chunk[0].GetString(row));
            }
        }

        return texts;
    }
}
