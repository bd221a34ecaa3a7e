namespace SparkEtl.Warehouse;

/// <summary>A run, as the ledger of the target keeps it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Started">When it began.</param>
internal sealed record RunRecord(Guid Id, string Pipeline, string Environment, DateTimeOffset Started);
