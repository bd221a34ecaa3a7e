using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;

namespace SparkEtl.Processing.Pipelines;

/// <summary>A pipeline: DataFrames in, DataFrames out. It does no input or output of its own.</summary>
/// <typeparam name="TOptions">
/// The record that its section of the configuration is bound to: property <c>PartitionBy</c> is key <c>partition_by</c>.
/// </typeparam>
public abstract class Pipeline<TOptions> : IPipeline
    where TOptions : class
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual bool ReadsTables => true;

    Type IPipeline.OptionsType => typeof(TOptions);

    /// <summary>What it reads.</summary>
    /// <param name="options">Its options.</param>
    public abstract IReadOnlyList<Source> Sources(TOptions options);

    /// <summary>Says what is computed; nothing runs yet.</summary>
    /// <param name="sources">A frame for each of the sources, with the columns and types asked for.</param>
    /// <param name="options">Its options.</param>
    public abstract PipelineResult Transform(SourceFrames sources, TOptions options);

    /// <summary>What there is to say after a run; nothing by default.</summary>
    /// <param name="metrics">What the frames observed.</param>
    /// <param name="options">Its options.</param>
    public virtual IReadOnlyList<ReportLine> Report(RunMetrics metrics, TOptions options) => [];

    IReadOnlyList<Source> IPipeline.Sources(object options) => Sources(Own(options));

    PipelineResult IPipeline.Transform(SourceFrames sources, object options) => Transform(sources, Own(options));

    IReadOnlyList<ReportLine> IPipeline.Report(RunMetrics metrics, object options) => Report(metrics, Own(options));

    private TOptions Own(object options) => options as TOptions ?? throw new ArgumentException(
        $"The pipeline '{Name}' takes options of type {typeof(TOptions).Name}, found {options?.GetType().Name ?? "null"}.", nameof(options));
}
