using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse;

/// <summary>A table to publish.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Its columns.</param>
/// <param name="Rows">Its rows, values in the form of a plan; read once.</param>
internal sealed record PublishedTable(string Name, StructType Schema, IEnumerable<object?[]> Rows);
