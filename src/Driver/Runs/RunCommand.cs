using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Runs.Writers;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Reports;
using SparkEtl.Processing.Pipelines.Results;
using SparkEtl.Processing.Pipelines.Sources;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Errors;
using SparkEtl.Utils.Logging;
using SparkEtl.Warehouse;

namespace SparkEtl.Driver.Runs;

/// <summary>Runs the pipelines of an environment.</summary>
internal sealed class RunCommand(PipelineCollection pipelines, EnvironmentRequest request, IReadOnlyList<string> only)
{
    /// <summary>Runs them and publishes their results, each pipeline's together.</summary>
    public async Task<ExitCode> RunAsync(CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        using var environment = EnvironmentSession.Open(pipelines, request, progress.Listener, cancellation);
        var target = Targets.Of(environment.Configuration);
        var done = new List<string>();
        try
        {
            foreach (var (pipeline, options) in Chosen(environment))
            {
                await RunAsync(environment, target, pipeline, options, progress, () => done.Add(pipeline.Name), cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException e) when (done.Count > 0)
        {
            throw new StoppedException(done, e);
        }

        return ExitCode.Done;
    }

    private static async Task RunAsync(
        EnvironmentSession environment, ITarget target, IPipeline pipeline, object options, ProgressLine progress, Action onPublished, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var run = new RunRecord(Guid.NewGuid(), pipeline.Name, environment.Configuration.Name, TimeProvider.System.GetUtcNow());
        environment.Log.Info($"pipeline {pipeline.Name}", ("run", run.Id));
        var result = Transform(environment, pipeline, options);
        Files(environment, result, progress, pipeline.Name);
        foreach (var measured in result.Measured)
        {
            Step(environment, progress, pipeline.Name, measured.Name);
            _ = measured.Frame.Count(cancellation);
        }

        Step(environment, progress, pipeline.Name, "publishing");
        var published = await target.PublishAsync(run, result.Tables.Select(t => Table(t.Name, t.Frame, SparkRows.Of(environment, t.Name, t.Frame), cancellation)), cancellation)
            .ConfigureAwait(false);
        onPublished();
        progress.Clear();
        RunReport.Write(
            Console.Out, environment.Configuration.Log.Format, pipeline.Name, pipeline.Report(Metrics(environment, result), options), published, target.Description);
        environment.Session.Catalog.ClearCache();
    }

    /// <summary>A result as a target takes it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="frame">Its rows.</param>
    /// <param name="engine">The same as Spark can carry it; null where it cannot.</param>
    /// <param name="cancellation">Stops its computation.</param>
    internal static PublishedTable Table(string name, DataFrame frame, SparkRows? engine, CancellationToken cancellation)
    {
        return new PublishedTable(name, frame.Schema(), Rows()) { Engine = engine };

        // Not before they are read: until then the engine may be asked whether it carries them.
        IEnumerable<object?[]> Rows()
        {
            foreach (var row in engine?.Stream(cancellation) ?? frame.Session.Runner.Stream(frame.Plan, cancellation))
            {
                yield return row;
            }
        }
    }

    /// <summary>Prints the plan and the SQL of each result, and runs nothing.</summary>
    public ExitCode Explain(TextWriter to, CancellationToken cancellation)
    {
        using var environment = EnvironmentSession.Open(pipelines, request, onProgress: null, cancellation);
        foreach (var (pipeline, options) in Chosen(environment))
        {
            var result = Transform(environment, pipeline, options, rows: false);
            var frames = result.Files.Select(f => (f.Name, f.Frame)).Concat(result.Measured.Select(m => (m.Name, m.Frame))).Concat(result.Tables.Select(t => (t.Name, t.Frame)));
            foreach (var (name, frame) in frames)
            {
                to.WriteLine($"-- {pipeline.Name}: {name}");
                var plan = environment.Session.State.Kept.Apply(frame.Plan);
                foreach (var statement in environment.Session.Engine.Explain(plan))
                {
                    to.WriteLine(environment.Configuration.Masker.Mask(statement) + ";");
                }

                if (environment.Session.Engine.PhysicalPlan(plan) is { } physical)
                {
                    to.WriteLine(environment.Configuration.Masker.Mask(physical));
                }

                to.WriteLine();
            }
        }

        return ExitCode.Done;
    }

    // What is going on, for the terminal and for Spark's own pages.
    private static void Step(EnvironmentSession environment, ProgressLine progress, string pipeline, string step)
    {
        progress.Step($"{pipeline}: {step}");
        environment.Session.SparkContext.SetJobDescription($"{pipeline}: {step}");
    }

    private static void Files(EnvironmentSession environment, PipelineResult result, ProgressLine progress, string pipeline)
    {
        foreach (var file in result.Files)
        {
            Step(environment, progress, pipeline, $"writing {file.Name}");
            var path = environment.Configuration.Resolve(file.Path);
            file.Frame.Write().Mode(SaveMode.Overwrite).PartitionBy([.. file.PartitionBy]).Parquet(path);
            environment.Log.Info($"wrote {file.Name}", ("path", path));
        }
    }

    private static RunMetrics Metrics(EnvironmentSession environment, PipelineResult result)
    {
        var metrics = new RunMetrics();
        foreach (var name in result.Metrics)
        {
            metrics.Add(name, environment.Session.ObservedMetrics(name));
        }

        return metrics;
    }

    private static PipelineResult Transform(EnvironmentSession environment, IPipeline pipeline, object options, bool rows = true)
    {
        var reader = new SourceReader(environment, rows);
        var frames = new SourceFrames();
        foreach (var source in pipeline.Sources(options))
        {
            foreach (var column in frames.Add(source, reader.Read(source)))
            {
                environment.Log.Warn($"the {source.Description} has no column {column}; it is taken as null in every row");
            }
        }

        return pipeline.Transform(frames, options);
    }

    private List<(IPipeline Pipeline, object Options)> Chosen(EnvironmentSession environment)
    {
        var names = only.Count > 0 ? only : environment.Configuration.Pipelines;
        var chosen = new List<(IPipeline, object)>();
        foreach (var name in names)
        {
            var pipeline = pipelines.Find(name) ?? throw new DriverException(
                $"There is no pipeline '{name}'{NearestName.Clause(name, pipelines.Select(p => p.Name)).TrimEnd('?')}. Pipelines: {string.Join(", ", pipelines.Select(p => p.Name))}.");
            var options = environment.Configuration.Section(name) ?? throw new DriverException(
                $"The environment '{environment.Configuration.Name}' has no section '{name}' in {environment.Configuration.File}; add it to run this pipeline.");
            chosen.Add((pipeline, options));
        }

        return chosen.Count > 0 ? chosen : throw new DriverException(
            $"The environment '{environment.Configuration.Name}' configures no pipeline; add a section such as {string.Join(" or ", pipelines.Select(p => p.Name))}.");
    }
}
