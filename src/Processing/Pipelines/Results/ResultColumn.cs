namespace SparkEtl.Processing.Pipelines.Results;

/// <summary>A column that a pipeline promises.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in SQL.</param>
public sealed record ResultColumn(string Name, string Type);
