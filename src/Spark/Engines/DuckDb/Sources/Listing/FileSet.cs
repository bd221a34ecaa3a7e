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
    /// The columns of a read. A column that files and folders' names both have takes the folder's value; it stays in its place when the files
    /// told the columns, and moves behind the others when a schema did.
    /// </summary>
    /// <param name="schema">The user's schema, if there is one.</param>
    /// <param name="told">What the files told, if there is none.</param>
    public StructType Columns(StructType? schema, StructType told) => schema is null
        ? new StructType(
            [.. told.Fields.Select(f => Partitions.IndexOf(f.Name) is >= 0 and var p ? Partitions.Fields[p] : f),
             .. Partitions.Fields.Where(p => told.IndexOf(p.Name) < 0)])
        : new StructType([.. DataColumns(schema).Fields, .. Partitions.Fields]);
}
