using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;

/// <summary>Reads of Parquet files: columns by name, letters' case ignored; a column that a file lacks is null in its rows.</summary>
internal static class ParquetReads
{
    /// <summary>Settles a read.</summary>
    public static FileRead Open(DuckDbConnection connection, FileSet files, StructType? schema, CancellationToken cancellation)
    {
        files = files with { Files = [.. files.Files.Where(f => f.Length > 0)] };
        if (files.Files.Count == 0)
        {
            return schema is null ? throw files.CannotInfer() : FileRead.Empty(schema);
        }

        var physical = ParquetSchema.Read(connection, files, cancellation);
        var all = files.Columns(schema, physical.ToStruct());
        var text = PartitionedText.Write(files, "read_parquet", files.Files.Count > 1 ? ", union_by_name=true" : "", [.. physical.Columns.Select(c => c.Name)]);
        return FileRead.Select(all, text.From, (field, _) => files.Partitions.IndexOf(field.Name) is >= 0 and var p ? text.Columns[p] : Column(field, physical));
    }

    private static string Column(StructField field, ParquetSchema physical)
    {
        var target = DuckDbDialect.Instance.TypeName(field.DataType);
        if (physical.Find(field.Name) is not { } column)
        {
            return $"CAST(NULL AS {target})";
        }

        ParquetConversions.Require(column, field, physical.Where);
        var text = $"r.{DuckDbDialect.QuoteName(column.Name)}";
        return column.Physical.ToString() == TypeMapping.ToDuckDb(field.DataType).ToString() ? text
            // The same moment; a cast would ask the calendar of the time zone for every value, which takes longer than to read it.
            : column.Physical.Kind == DuckDbTypeKind.TimestampTz && target == "TIMESTAMP" ? $"make_timestamp(epoch_us({text}))"
            : $"CAST({text} AS {target})";
    }
}
