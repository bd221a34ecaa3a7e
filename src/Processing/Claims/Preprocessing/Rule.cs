namespace SparkEtl.Processing.Claims.Preprocessing;

/// <summary>A rule of one table.</summary>
/// <param name="Place">Its place among the rules of the table, from 1: the first that a row breaks drops it.</param>
/// <param name="Name">What the report calls it.</param>
/// <param name="Expression">A boolean expression in Spark SQL.</param>
/// <param name="Key">Where it stands in the configuration, for messages.</param>
internal sealed record Rule(int Place, string Name, string Expression, string Key);
