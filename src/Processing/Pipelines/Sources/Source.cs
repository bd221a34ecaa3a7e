namespace SparkEtl.Processing.Pipelines.Sources;

/// <summary>Something that a pipeline reads.</summary>
/// <param name="Name">The name under which the pipeline asks for its frame.</param>
/// <param name="Columns">The columns that are read, and no others; at least one.</param>
public abstract record Source(string Name, IReadOnlyList<SourceColumn> Columns)
{
    /// <summary>Columns that need not be there: they are then null in every row.</summary>
    public IReadOnlyCollection<string> MayBeMissing { get; init; } = [];

    /// <summary>What it is, for messages: <c>table CLAIM</c>.</summary>
    public abstract string Description { get; }
}
