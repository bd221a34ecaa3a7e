using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Output;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Processing.Pipelines.Sources;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Errors;
using SparkEtl.Warehouse.DuckDb;
using LocalData = SparkEtl.Spark.Plan.Relations.LocalData;

namespace SparkEtl.Driver.Runs;

/// <summary>Queries over the sources and results of an environment.</summary>
internal static class QueryCommand
{
    /// <summary>Prints a result table.</summary>
    public static async Task<ExitCode> ShowAsync(
        PipelineCollection pipelines, EnvironmentRequest request, string table, ResultFormat format, CancellationToken cancellation)
    {
        var configuration = EnvironmentSession.Load(pipelines, request);
        if (configuration.Target is ServerTargetOptions server)
        {
            await new ServerResults(configuration, server).ShowAsync(table, format, Console.Out, cancellation).ConfigureAwait(false);
            return ExitCode.Done;
        }

        using var environment = EnvironmentSession.Open(pipelines, request, onProgress: null, cancellation);
        var results = Results(environment);
        _ = Known(table, results);
        Print(environment, $"SELECT * FROM `{table}` ORDER BY 1", format, cancellation);
        return ExitCode.Done;
    }

    /// <summary>Runs statements, and prints what each gives.</summary>
    public static async Task<ExitCode> RunAsync(
        PipelineCollection pipelines, EnvironmentRequest request, string text, ResultFormat format, bool keepGoing, CancellationToken cancellation)
    {
        using var environment = EnvironmentSession.Open(pipelines, request, onProgress: null, cancellation);
        Sources(environment, pipelines);
        Results(environment);
        if (environment.Configuration.Target is ServerTargetOptions server)
        {
            await new ServerResults(environment.Configuration, server).AddAsync(environment, text, cancellation).ConfigureAwait(false);
        }

        var failed = false;
        foreach (var statement in SparkSqlParser.SplitStatements(text))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Print(environment, statement.Text, format, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException && (format == ResultFormat.Jsonl || keepGoing))
            {
                failed = true;
                Tell(e, format);
                if (!keepGoing)
                {
                    return e is SparkEtlException ? ExitCode.Failed : ExitCode.Defect;
                }
            }
        }

        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    /// <summary>A result's own name, however it was written.</summary>
    /// <exception cref="DriverException">There is no such result.</exception>
    public static string Known(string table, IReadOnlyList<string> results) =>
        results.FirstOrDefault(r => r == table) ?? results.FirstOrDefault(r => r.Equals(table, StringComparison.OrdinalIgnoreCase)) ?? throw new DriverException(
            $"There is no result '{table}' in the target{NearestName.Clause(table, results).TrimEnd('?')}. Results: {(results.Count == 0 ? "none yet; run the environment first" : string.Join(", ", results))}.");

    private static void Tell(Exception error, ResultFormat format)
    {
        if (format != ResultFormat.Jsonl)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            return;
        }

        var errorClass = error switch
        {
            SparkSqlException sql => sql.ErrorClass,
            SparkEtlException => error.GetType().Name,
            _ => "INTERNAL_ERROR",
        };
        ResultWriter.WriteError(errorClass, error.Message, error is RefusedException, Console.Out);
    }

    private static void Print(EnvironmentSession environment, string query, ResultFormat format, CancellationToken cancellation)
    {
        var frame = environment.Session.Sql(query);

        // All rows first: an error on the way must not leave half a result behind.
        var rows = environment.Session.Runner.Rows(frame.Plan, cancellation);
        ResultWriter.Write(format, frame.Schema(), rows, Console.Out);
    }

    private static void Sources(EnvironmentSession environment, PipelineCollection pipelines)
    {
        if (environment.Configuration.Source is not (FilesSourceOptions or MySqlSourceOptions))
        {
            return;
        }

        var known = pipelines
            .Select(p => (Pipeline: p, Options: environment.Configuration.Section(p.Name)))
            .Where(p => p.Options is not null)
            .SelectMany(p => p.Pipeline.Sources(p.Options!)).OfType<TableSource>().ToArray();
        var reader = new SourceReader(environment);
        foreach (var table in reader.Tables())
        {
            var source = known.FirstOrDefault(k => k.Name.Equals(table, StringComparison.OrdinalIgnoreCase));
            environment.Session.Views.ReplaceLazily(table, () => reader.Whole(table, source).Plan);
        }
    }

    private static IReadOnlyList<string> Results(EnvironmentSession environment)
    {
        if (environment.Configuration.Target is not DuckDbTargetOptions options)
        {
            return [];
        }

        var path = environment.Configuration.Resolve(options.Path);
        var schema = options.Schema ?? "main";
        var names = new DuckDbTarget(path, schema, TimeProvider.System).Tables();
        if (names.Count > 0)
        {
            (environment.Session.Engine as DuckDbEngine)?.Attach(path, "target");
            foreach (var name in names)
            {
                environment.Session.Views.ReplaceLazily(
                    name, () => environment.Session.Engine is DuckDbEngine engine ? engine.Table(["target", schema, name])! : Copied(path, schema, name));
            }
        }

        return names;
    }

    // Results are small; another engine gets their rows.
    private static LocalData Copied(string path, string schema, string name)
    {
        using var reader = new DuckDbEngine(new SparkEtl.Spark.Engines.DuckDb.DuckDbEngineOptions());
        reader.Attach(path, "target");
        var table = reader.Table(["target", schema, name])!;
        using var run = reader.Run(table, CancellationToken.None);
        var rows = new List<Seq<object?>>();
        while (run.NextRows() is { } next)
        {
            rows.AddRange(next.Select(r => r.ToSeq()));
        }

        return new LocalData(table.Columns, rows.ToSeq());
    }
}
