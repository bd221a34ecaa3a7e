using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Listing;

/// <summary>A file to read.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Partition">What the folders <c>name=value</c> above it say, in the order of the partition columns; null for null.</param>
internal sealed record InputFile(string Path, long Length, Seq<string?> Partition);
