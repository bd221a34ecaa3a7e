using System.Globalization;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Writing;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;

/// <summary>
/// Writes of Parquet files as Spark writes them: timestamps marked as UTC, and the schema beside the data in Spark's own form, so that
/// Spark reads back the same types.
/// </summary>
internal static class ParquetWrites
{
    private const string VersionKey = "org.apache.spark.version";

    // Tells Spark that dates and timestamps count by the proleptic Gregorian calendar.
    private const string Version = "3.5.9";

    /// <summary>What writes the rows of a query into a folder.</summary>
    public static Action<string> Writer(
        DuckDbConnection connection, string sql, OutputColumns columns, ReadOptions options, Action<string> announce, CancellationToken cancellation)
    {
        var (codec, suffix) = Codec(options);
        var fields = columns.Data.Map(i => columns.All.Fields[i]);
        var texts = columns.Data.Map(i => $"{Value(i, columns.All.Fields[i])} AS {DuckDbDialect.QuoteName(columns.All.Fields[i].Name)}");
        var schema = new StructType(fields.Map(f => new StructField(f.Name, f.DataType)));
        var format = $"FORMAT parquet, COMPRESSION {codec}, KV_METADATA {{{DuckDbDialect.QuoteText(VersionKey)}: {DuckDbDialect.QuoteText(Version)}, "
            + $"{DuckDbDialect.QuoteText(ParquetNotes.SchemaKey)}: {DuckDbDialect.QuoteText(schema.Json)}}}";
        return folder =>
        {
            var keys = columns.Partitions.Map(i => $"{PartitionNames.Text(i, columns.All.Fields[i])} AS {PartitionNames.Key(i)}");
            var names = columns.Partitions.Map(PartitionNames.Key);
            var target = columns.Partitions.Count > 0 ? folder : Path.Combine(folder, PartNames.Of(0, suffix + ".parquet"));
            var partition = columns.Partitions.Count > 0 ? $", PARTITION_BY ({names})" : "";
            var statement = $"COPY (SELECT {string.Join(", ", texts.AddRange(keys))} FROM ({sql})) TO {DuckDbDialect.QuoteText(target)} ({format}{partition})";
            announce(statement);
            try
            {
                connection.Execute(statement, cancellation);
            }
            catch (DuckDbException e) when (e.InnerException is null && e.Type is DuckDbErrorType.Io or DuckDbErrorType.Permission)
            {
                throw new IOException(e.Detail, e);
            }
            catch (DuckDbException e)
            {
                throw DuckDbErrors.Translate(e, statement);
            }

            if (columns.Partitions.Count > 0)
            {
                PartitionNames.Rename(folder, columns, suffix + ".parquet");
            }
        };
    }

    private static string Value(int position, StructField field)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"c{position}");
        var type = FileType(field.DataType, field.Name);
        return type == DuckDbDialect.Instance.TypeName(field.DataType) ? text
            // The same moment; a cast would ask the calendar of the time zone for every value.
            : field.DataType is TimestampType ? $"make_timestamptz(epoch_us({text}))"
            : $"CAST({text} AS {type})";
    }

    private static string FileType(DataType type, string column) => type switch
    {
        TimestampType => "TIMESTAMPTZ",
        ArrayType a => FileType(a.ElementType, column) + "[]",
        MapType m => $"MAP({FileType(m.KeyType, column)}, {FileType(m.ValueType, column)})",
        StructType s => $"STRUCT({string.Join(", ", DuckDbDialect.FieldNames(s).Zip(s.Fields, (n, f) => $"{DuckDbDialect.QuoteName(n)} {FileType(f.DataType, column)}"))})",
        NullType => throw new AnalysisException(
            "UNSUPPORTED_DATA_TYPE_FOR_DATASOURCE", $"Found the column {column} of the type void, which Parquet does not have. Cast it, or drop it."),
        _ => DuckDbDialect.Instance.TypeName(type),
    };

    private static (string Codec, string Suffix) Codec(ReadOptions options)
    {
        const string Name = "compression";
        var codec = options.Text(Name, "parquet.compression") ?? "snappy";
        return codec.ToUpperInvariant() switch
        {
            "SNAPPY" => ("snappy", ".snappy"),
            "GZIP" => ("gzip", ".gz"),
            "ZSTD" => ("zstd", ".zstd"),
            "BROTLI" => ("brotli", ".br"),
            "LZ4_RAW" or "LZ4RAW" => ("lz4_raw", ".lz4raw"),
            "NONE" or "UNCOMPRESSED" => ("uncompressed", ""),
            "LZ4" or "LZO" => throw options.Refused($"{Name}={codec}", "use snappy, zstd, gzip, brotli, lz4_raw or none."),
            _ => throw options.Invalid(Name, codec, "snappy, zstd, gzip, brotli, lz4_raw or none"),
        };
    }
}
