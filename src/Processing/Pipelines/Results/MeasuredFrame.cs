namespace SparkEtl.Processing.Pipelines.Results;

/// <summary>A frame that is computed only for what it observes.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Frame">A frame with an <c>Observe</c> in it.</param>
public sealed record MeasuredFrame(string Name, DataFrame Frame);
