using System.Collections;
using System.Text.RegularExpressions;

namespace SparkEtl.Processing.Pipelines;

/// <summary>The pipelines that a program knows, in the order in which they were added.</summary>
public sealed partial class PipelineCollection : IReadOnlyCollection<IPipeline>
{
    private readonly List<IPipeline> pipelines = [];

    /// <inheritdoc/>
    public int Count => pipelines.Count;

    /// <summary>Adds a pipeline.</summary>
    /// <typeparam name="TPipeline">Its class.</typeparam>
    /// <returns>This collection.</returns>
    /// <exception cref="PipelineException">Its name is taken, or is no name.</exception>
    public PipelineCollection Add<TPipeline>()
        where TPipeline : IPipeline, new() => Add(new TPipeline());

    /// <summary>Adds a pipeline that cannot be made without arguments.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>This collection.</returns>
    /// <exception cref="PipelineException">Its name is taken, or is no name.</exception>
    public PipelineCollection Add(IPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        if (!NamePattern().IsMatch(pipeline.Name))
        {
            throw new PipelineException(
                $"Found '{pipeline.Name}' as the name of {pipeline.GetType().Name}. Expected lower case letters, digits and underscores, "
                + "a letter first, as it is a key of the configuration.");
        }

        if (Find(pipeline.Name) is { } other)
        {
            throw new PipelineException(
                $"Two pipelines are named '{pipeline.Name}': {other.GetType().Name} and {pipeline.GetType().Name}. Give one another name.");
        }

        pipelines.Add(pipeline);
        return this;
    }

    /// <summary>The pipeline of a name, or null.</summary>
    /// <param name="name">A name.</param>
    public IPipeline? Find(string name) => pipelines.Find(p => p.Name == name);

    /// <inheritdoc/>
    public IEnumerator<IPipeline> GetEnumerator() => pipelines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex NamePattern();
}
