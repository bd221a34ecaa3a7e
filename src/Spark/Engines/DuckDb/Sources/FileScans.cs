using SparkEtl.DuckDb;
using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources;

/// <summary>Reads of files.</summary>
internal static class FileScans
{
    /// <summary>The schema of a read: the one given, or what the files say.</summary>
    public static StructType Describe(DuckDbConnection connection, FileSource source, CancellationToken cancellation) =>
        throw new RefusedException($"The format {source.Format}", "it cannot be read yet.");

    /// <summary>How a read is written in SQL.</summary>
    public static ScanText Text(FileSource source, Seq<Plan.Expressions.Attribute> columns) =>
        throw new RefusedException($"The format {source.Format}", "it cannot be read yet.");
}
