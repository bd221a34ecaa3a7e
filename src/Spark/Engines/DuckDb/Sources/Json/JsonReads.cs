using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Engines.DuckDb.Sources.Tables;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Json;

/// <summary>Settles reads of JSON files: which columns they have.</summary>
internal static class JsonReads
{
    /// <summary>Settles a read.</summary>
    public static FileTable? Open(FileSet files, ReadOptions readOptions, StructType? schema, CancellationToken cancellation)
    {
        var options = new JsonOptions(readOptions);
        if (files.Files.Count == 0)
        {
            return schema is null ? throw files.CannotInfer() : null;
        }

        files = files with { Files = files.Files.Where(f => f.Length > 0).ToSeq() };
        var told = schema ?? new JsonInference(options).Columns(files.Files, cancellation);
        if (told.Fields.Find(f => f.Name == options.CorruptColumn) is { DataType: not StringType and var found })
        {
            throw new AnalysisException(
                "INVALID_CORRUPT_RECORD_TYPE", $"Found the column {options.CorruptColumn} of the type {found.SimpleString} for malformed records, expected string.");
        }

        return new JsonTable(files.Columns(schema, told), files, options);
    }
}
