using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Servers;

/// <summary>A column to publish.</summary>
/// <param name="Name">Its name, as the server keeps it.</param>
/// <param name="Type">The type of its values.</param>
internal sealed record ServerColumn(string Name, DataType Type);
