using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;

namespace SparkEtl.Processing.Tests;

/// <summary>A pipeline's results over frames, computed as a run would compute them, but kept in memory.</summary>
internal sealed class PipelineRun
{
    private readonly Dictionary<string, string[]> rows = [];

    /// <summary>Runs a pipeline.</summary>
    public PipelineRun(IPipeline pipeline, object options, SourceFrames sources)
    {
        PipelineResult result = pipeline.Transform(sources, options);
        foreach (FileOutput file in result.Files)
            rows.Add(file.Path, Some.Rows(file.Frame));
        foreach (MeasuredFrame measured in result.Measured)
            measured.Frame.Count();
        foreach (ResultTable table in result.Tables)
            rows.Add(table.Name, Some.Rows(table.Frame));
        var metrics = new RunMetrics();
        foreach (string name in result.Metrics)
            metrics.Add(name, Some.Session.ObservedMetrics(name));
        Report = pipeline.Report(metrics, options);
        Result = result;
        Some.Session.Catalog.ClearCache();
    }

    /// <summary>What the pipeline planned.</summary>
    public PipelineResult Result { get; }

    /// <summary>What it said.</summary>
    public IReadOnlyList<ReportLine> Report { get; }

    /// <summary>The rows of a result, or of the files at a path, as sorted CSV.</summary>
    public string[] this[string name] => rows[name];
}
