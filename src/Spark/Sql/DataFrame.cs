namespace SparkEtl.Spark.Sql;

/// <summary>An immutable plan of a query; nothing runs until an action.</summary>
public sealed class DataFrame
{
}
