using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Warehouse;

/// <summary>A table to publish.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Its columns.</param>
/// <param name="Rows">Its rows, values in the form of a plan; read once.</param>
internal sealed record PublishedTable(string Name, StructType Schema, IEnumerable<object?[]> Rows)
{
    /// <summary>The same rows as an engine carries them to a server itself; null where it cannot.</summary>
    public IEngineRows? Engine { get; init; }
}
