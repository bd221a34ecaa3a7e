namespace SparkEtl.Spark.Engines.Jvm.Databases;

/// <summary>What a database answered.</summary>
/// <param name="Way">The way that was taken.</param>
/// <param name="Parallelism">How many tasks Spark runs at once.</param>
/// <param name="Results">The rows of each query, values as the driver writes them as text.</param>
internal sealed record DatabaseAnswer(DatabaseWay Way, int Parallelism, IReadOnlyList<IReadOnlyList<string?[]>> Results);
