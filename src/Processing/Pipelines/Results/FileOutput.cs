namespace SparkEtl.Processing.Pipelines.Results;

/// <summary>Rows that a run writes as Parquet files.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Frame">The rows.</param>
/// <param name="Path">The folder, replaced as a whole; a relative path starts at the folder of the configuration file.</param>
/// <param name="PartitionBy">Columns that become folders: <c>PROGRAM_ID=7/</c>.</param>
public sealed record FileOutput(string Name, DataFrame Frame, string Path, IReadOnlyList<string> PartitionBy);
