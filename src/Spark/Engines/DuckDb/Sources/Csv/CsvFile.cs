using SparkEtl.Spark.Engines.DuckDb.Sources.Listing;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>A file of a read.</summary>
/// <param name="File">The file.</param>
/// <param name="Places">For each column of the data, its position in the file.</param>
/// <param name="Columns">How many values a record is expected to have.</param>
internal sealed record CsvFile(InputFile File, Seq<int> Places, int Columns);
