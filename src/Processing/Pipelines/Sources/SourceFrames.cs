namespace SparkEtl.Processing.Pipelines.Sources;

/// <summary>The frames that a pipeline asked for, each with exactly the columns and types of its <see cref="Source"/>.</summary>
public sealed class SourceFrames
{
    private readonly Dictionary<string, DataFrame> frames = new(StringComparer.Ordinal);

    /// <summary>The frame of a source.</summary>
    /// <param name="name">The source's name.</param>
    /// <exception cref="PipelineException">The pipeline did not ask for it.</exception>
    public DataFrame this[string name] => frames.GetValueOrDefault(name) ?? throw new PipelineException(
        $"The pipeline uses the source '{name}', but asked only for {string.Join(", ", frames.Keys)}. Add it to its Sources.");

    /// <summary>Adds what was read for a source: chosen, typed, with nulls for columns that may be missing.</summary>
    /// <param name="source">What was asked for.</param>
    /// <param name="read">What was found, with any columns.</param>
    /// <returns>The columns that were missing and are taken as null in every row.</returns>
    /// <exception cref="PipelineException">A column is missing, or its type is another; every problem is listed.</exception>
    public IReadOnlyList<string> Add(Source source, DataFrame read)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(read);
        var selection = new SourceSelection(source, read.Schema());
        frames.Add(source.Name, selection.Over(read));
        return selection.Missing;
    }
}
