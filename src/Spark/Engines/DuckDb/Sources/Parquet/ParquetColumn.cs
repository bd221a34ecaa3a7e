using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Parquet;

/// <summary>A column of Parquet files.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Physical">What the embedded engine reads it as.</param>
/// <param name="Type">What it is in SQL.</param>
internal sealed record ParquetColumn(string Name, DuckDbType Physical, DataType Type);
