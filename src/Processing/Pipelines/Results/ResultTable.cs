namespace SparkEtl.Processing.Pipelines.Results;

/// <summary>A table that a run publishes in the environment's target.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Frame">Its rows.</param>
/// <param name="Columns">Its columns, which are those of the frame.</param>
public sealed record ResultTable(string Name, DataFrame Frame, IReadOnlyList<ResultColumn> Columns);
