using SparkEtl.DuckDb;
using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Environments.MySql;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Sources;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver.Runs;

/// <summary>Says for each thing that an environment needs whether it can be reached.</summary>
internal static class CheckCommand
{
    /// <summary>Checks an environment; 1 when something cannot be reached.</summary>
    public static async Task<ExitCode> RunAsync(PipelineCollection pipelines, EnvironmentRequest request, TextWriter to, CancellationToken cancellation)
    {
        var failed = false;
        using var environment = EnvironmentSession.Open(pipelines, request, onProgress: null, cancellation);
        Item("configuration", environment.Configuration.File, () => null);
        Item("engine", environment.Session.EngineDescription, () => null);
        if (environment.Configuration.Source is MySqlSourceOptions && !Server(environment))
        {
            // Why its tables cannot be read was said.
            return ExitCode.Failed;
        }

        var reader = new SourceReader(environment, rows: false);
        foreach (var pipeline in pipelines.Where(p => environment.Configuration.Section(p.Name) is not null))
        {
            foreach (var source in pipeline.Sources(environment.Configuration.Section(pipeline.Name)!))
            {
                Item($"{pipeline.Name}: {source.Description}", string.Empty, () =>
                {
                    _ = new SourceFrames().Add(source, reader.Read(source));
                    return null;
                });
            }
        }

        if (environment.Configuration.Target is null)
        {
            Item("target", string.Empty, () => "the environment has none");
        }
        else
        {
            var target = Targets.Of(environment.Configuration);
            var whyNot = await target.WhyNotReachableAsync(cancellation).ConfigureAwait(false);
            Item("target", target.Description, () => whyNot);
        }

        return failed ? ExitCode.Failed : ExitCode.Done;

        bool Server(EnvironmentSession source)
        {
            foreach (var (what, detail, whyNot) in MySqlCheck.Steps(source))
            {
                Item(what, detail, () => whyNot);
            }

            return !failed;
        }

        void Item(string what, string detail, Func<string?> whyNot)
        {
            string? reason;
            try
            {
                reason = whyNot();
            }
            catch (Exception e) when (e is SparkEtlException or PipelineException or SparkSqlException or DuckDbException)
            {
                reason = e.Message;
            }

            failed |= reason is not null;
            to.WriteLine($"{(reason is null ? "yes" : "no ")}  {what}{(detail.Length > 0 ? " " + detail : string.Empty)}{(reason is null ? string.Empty : ": " + reason)}");
        }
    }
}
