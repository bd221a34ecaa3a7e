namespace SparkEtl.Processing.Pipelines.Sources;

/// <summary>A column that a pipeline reads.</summary>
/// <param name="Name">Its name; upper and lower case are the same.</param>
/// <param name="Type">Its type in SQL: <c>bigint</c>, <c>decimal(18,2)</c>, <c>string</c>, <c>timestamp</c>.</param>
public sealed record SourceColumn(string Name, string Type);
