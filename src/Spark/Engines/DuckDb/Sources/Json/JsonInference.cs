using SparkEtl.Spark.Catalogue.Kernels.Json;
using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>The columns that the records of files have, in the order of their names.</summary>
internal sealed class JsonInference(JsonOptions options)
{
    /// <summary>Reads all files.</summary>
    public StructType Columns(Seq<InputFile> files, CancellationToken cancellation)
    {
        var root = new StructType([]);
        var batch = new RecordBatch(options.Form);
        foreach (var file in files)
        {
            using var reader = new RecordReader(file, options.Form);
            while (reader.Read(batch))
            {
                cancellation.ThrowIfCancellationRequested();
                while (batch.TryNext(out var record))
                {
                    root = JsonOptions.IsBlank(record) ? root
                        : options.Parse(record) is { } node ? Root(root, options.Types.Infer(node), batch)
                        : Malformed(root, batch);
                }
            }
        }

        var columns = JsonSchema.Known(root, options.DropsUnknown) as StructType ?? new StructType([]);
        return columns.Fields.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new AnalysisException(
                "COLUMN_ALREADY_EXISTS",
                $"Found the fields {string.Join(" and ", twice.Select(f => f.Name))} in JSON records, expected names that differ by more than case. Give a schema with one of them.")
            : columns;
    }

    // Of an array at the top every item is a record.
    private StructType Root(StructType root, DataType type, RecordBatch batch) => type switch
    {
        NullType => root,
        ArrayType a => Root(root, a.ElementType, batch),
        StructType s => (StructType)JsonSchema.Common(root, s),
        _ => Malformed(root, batch),
    };

    private StructType Malformed(StructType root, RecordBatch batch) => options.Mode switch
    {
        MalformedMode.FailFast => throw JsonErrors.NoRecord(batch),
        MalformedMode.DropMalformed => root,
        _ => root.Fields.Exists(f => f.Name == options.CorruptColumn)
            ? root
            : (StructType)JsonSchema.Common(root, new StructType([new StructField(options.CorruptColumn, SqlTypes.String)])),
    };
}
