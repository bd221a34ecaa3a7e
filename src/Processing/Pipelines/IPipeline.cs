using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;

namespace SparkEtl.Processing.Pipelines;

/// <summary>
/// A pipeline as the program sees it: what it reads, what it makes of it, what it reports. It does no input or output of its own. Derive
/// from <see cref="Pipeline{TOptions}"/> to write one.
/// </summary>
public interface IPipeline
{
    /// <summary>The pipeline's name, which is also the key of its section in the configuration: lower case letters, digits, underscores.</summary>
    string Name { get; }

    /// <summary>The record that its section is bound to.</summary>
    Type OptionsType { get; }

    /// <summary>Whether it reads tables of the environment's source, and not only folders that its own section names.</summary>
    bool ReadsTables { get; }

    /// <summary>What it reads.</summary>
    /// <param name="options">Its options, of type <see cref="OptionsType"/>.</param>
    /// <exception cref="PipelineException">The options do not fit; every problem is listed.</exception>
    IReadOnlyList<Source> Sources(object options);

    /// <summary>Says what is computed; nothing runs yet.</summary>
    /// <param name="sources">A frame for each of <see cref="Sources"/>.</param>
    /// <param name="options">Its options, of type <see cref="OptionsType"/>.</param>
    /// <exception cref="PipelineException">The options do not fit the sources.</exception>
    PipelineResult Transform(SourceFrames sources, object options);

    /// <summary>What there is to say after a run, in the order in which it happened.</summary>
    /// <param name="metrics">What the frames of <see cref="Transform"/> observed.</param>
    /// <param name="options">Its options, of type <see cref="OptionsType"/>.</param>
    /// <exception cref="PipelineException">A count is missing.</exception>
    IReadOnlyList<ReportLine> Report(RunMetrics metrics, object options);
}
