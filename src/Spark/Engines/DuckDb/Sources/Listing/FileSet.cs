using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>The files of a read and the columns their folders' names give.</summary>
/// <param name="Format">The format.</param>
/// <param name="Paths">The paths as they were given.</param>
/// <param name="Files">The files, by path.</param>
/// <param name="Partitions">The columns of folders <c>name=value</c>.</param>
internal sealed record FileSet(string Format, Seq<string> Paths, Seq<InputFile> Files, StructType Partitions)
{
    /// <summary>The error of a read without files and without a schema.</summary>
    public AnalysisException CannotInfer() => new(
        "UNABLE_TO_INFER_SCHEMA",
        $"Found no {Format} file with content in {string.Join(", ", Paths)}, expected at least one to tell the columns. Files whose names start with _ or . do not count. Check the path, or give a schema.");

    /// <summary>The columns of a user's schema that are in the files, not in the folders' names.</summary>
    public StructType DataColumns(StructType schema) => new(schema.Fields.Where(f => Partitions.IndexOf(f.Name) < 0));

    /// <summary>
    /// The columns of a read: those of the files, then those of the folders' names; a column that both have stays in its place and has the
    /// folder's value.
    /// </summary>
    public StructType WithPartitions(StructType data) => new(
        [.. data.Fields.Select(f => Partitions.IndexOf(f.Name) is >= 0 and var p ? Partitions.Fields[p] : f),
         .. Partitions.Fields.Where(p => data.IndexOf(p.Name) < 0)]);
}
