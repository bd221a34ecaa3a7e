using System.CommandLine;
using System.CommandLine.Parsing;
using SparkEtl.Driver.Environments;
using SparkEtl.Driver.Generate;
using SparkEtl.Driver.Runs;
using SparkEtl.Driver.Submission;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver.CommandLine;

/// <summary>The commands and what they call.</summary>
internal static class Commands
{
    /// <summary>The commands around a submission, which work on this machine while the program runs elsewhere.</summary>
    public static readonly string[] OfSubmission = [SubmitName, SubmissionLogName];

    private const string SubmitName = "submit";
    private const string SubmissionLogName = "submission-log";

    private const string Examples = """
        Runs the pipelines of an environment, and looks at their sources and results.

        Examples:
          sparketl local                             run the pipelines of the environment 'local' of config.yaml
          sparketl dev config.yaml --pipeline claims run one of them
          sparketl local --dry-run                   print the plans and the SQL, run nothing
          sparketl check local                       can everything be reached?
          sparketl show claim_agg --env local        print a result
          sparketl sql "select count(*) from CLAIM" --env local
          sparketl sql -f statements.sql --env local --format jsonl --keep-going
          sparketl submit prod config.yaml           print the command that submits it to Spark
          sparketl generate --rows 1000 --seed 7 --out data --format parquet
        Exit codes: 0 done, 1 a failure that the message explains, 2 a defect of the program.
        """;

    public static async Task<int> RunAsync(string[] args, PipelineCollection pipelines, CancellationToken cancellation)
    {
        var options = new Options();
        var root = Root(options, pipelines);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"error: {error.Message}").ConfigureAwait(false);
            }

            await Console.Error.WriteLineAsync("See sparketl --help.").ConfigureAwait(false);
            return (int)ExitCode.Failed;
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation).ConfigureAwait(false);
    }

    private static RootCommand Root(Options options, PipelineCollection pipelines)
    {
        var environment = new Argument<string?>("env") { Description = "The environment to run.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Argument<string?>("config") { Description = "The configuration file.", Arity = ArgumentArity.ZeroOrOne };
        var root = new RootCommand(Examples)
        {
            environment, file, options.Config, options.Set, options.LogFormat, options.StackTrace, options.Engine, options.Pipeline, options.DryRun,
        };
        environment.Validators.Add(RefuseOptions);
        file.Validators.Add(RefuseOptions);
        root.SetAction(async (parsed, cancellation) =>
        {
            var name = parsed.GetValue(environment) ?? throw new DriverException("Which environment? Such as: sparketl local. See sparketl --help.");
            var request = Request(parsed, options, name, parsed.GetValue(file));
            var command = new RunCommand(pipelines, request, parsed.GetValue(options.Pipeline) ?? []);
            return (int)(parsed.GetValue(options.DryRun) ? command.Explain(Console.Out, cancellation) : await command.RunAsync(cancellation).ConfigureAwait(false));
        });
        root.Subcommands.Add(Check(options, pipelines));
        root.Subcommands.Add(Show(options, pipelines));
        root.Subcommands.Add(Sql(options, pipelines));
        root.Subcommands.Add(Submit(options, pipelines));
        root.Subcommands.Add(SubmissionLog());
        root.Subcommands.Add(Generate(options));
        return root;
    }

    // A mistyped option would else be taken for the environment or the file.
    private static void RefuseOptions(ArgumentResult result)
    {
        var known = result.Parent is CommandResult command ? command.Command.Options.Select(o => o.Name) : [];
        foreach (var token in result.Tokens.Where(t => t.Value.StartsWith('-')))
        {
            result.AddError($"There is no option '{token.Value}'{NearestName.Clause(token.Value, known)}");
        }
    }

    private static Command Check(Options options, PipelineCollection pipelines)
    {
        var environment = new Argument<string>("env") { Description = "The environment." };
        var command = new Command("check", "Says for each thing an environment needs whether it can be reached.") { environment };
        command.SetAction(async (parsed, cancellation) =>
            (int)await CheckCommand.RunAsync(pipelines, Request(parsed, options, parsed.GetRequiredValue(environment)), Console.Out, cancellation).ConfigureAwait(false));
        return command;
    }

    private static Command Show(Options options, PipelineCollection pipelines)
    {
        var table = new Argument<string>("table") { Description = "The result table." };
        var command = new Command("show", "Prints a result table of an environment.") { table, options.Environment, options.Format };
        command.SetAction(async (parsed, cancellation) => (int)await QueryCommand.ShowAsync(
            pipelines, Request(parsed, options, parsed.GetRequiredValue(options.Environment)), parsed.GetRequiredValue(table), parsed.GetValue(options.Format), cancellation)
            .ConfigureAwait(false));
        return command;
    }

    private static Command Sql(Options options, PipelineCollection pipelines)
    {
        var query = new Argument<string?>("query") { Description = "A query in Spark's SQL.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(
            "sql",
            """
            Runs queries in Spark's SQL over the source tables and the results of an environment.
            With --format jsonl each statement gives one line: {"schema":[{"name":"n","type":"bigint"}],"rows":[[1]]}, or
            {"error":{"class":"DIVIDE_BY_ZERO","message":"..."}} with "refused":true beside "error" where something is refused by name.
            Decimals, dates, timestamps and intervals are text, binary is hexadecimal text, NaN and infinities are text, arrays are arrays,
            structs are arrays of their fields' values, maps are arrays of [key, value].
            """)
        {
            query, options.Environment, options.Format, options.File, options.KeepGoing,
        };
        command.SetAction(async (parsed, cancellation) => (int)await QueryCommand.RunAsync(
            pipelines,
            Request(parsed, options, parsed.GetRequiredValue(options.Environment)),
            Statements(parsed.GetValue(query), parsed.GetValue(options.File)),
            parsed.GetValue(options.Format),
            parsed.GetValue(options.KeepGoing),
            cancellation).ConfigureAwait(false));
        return command;
    }

    private static Command Submit(Options options, PipelineCollection pipelines)
    {
        var environment = new Argument<string>("env") { Description = "The environment." };
        var file = new Argument<string?>("config") { Description = "The configuration file.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(SubmitName, "Prints the command that submits an environment to Spark; scripts/spark-submit.sh runs it.")
        {
            environment, file, options.Pipeline, options.DryRun, options.Program, options.Archive, options.Null,
        };
        environment.Validators.Add(RefuseOptions);
        file.Validators.Add(RefuseOptions);
        command.SetAction(parsed => (int)new SubmitCommand(
            pipelines, Request(parsed, options, parsed.GetRequiredValue(environment), parsed.GetValue(file)), Surroundings.OfThisProcess()).Run(
            parsed.GetValue(options.Program), parsed.GetValue(options.Archive), GivenOn(parsed, options), parsed.GetValue(options.Null), Console.Out, Console.Error));
        return command;
    }

    // For scripts/spark-submit.sh, behind spark-submit.
    private static Command SubmissionLog()
    {
        var command = new Command(SubmissionLogName, "Gives on what spark-submit says on standard input, and ends it with the reason of a failure.") { Hidden = true };
        command.SetAction(_ => Submission.SubmissionLog.Follow(Console.In, Console.Error));
        return command;
    }

    // What a run takes besides the environment and the file.
    private static List<string> GivenOn(ParseResult parsed, Options options)
    {
        var arguments = new List<string>();
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                arguments.AddRange([name, value]);
            }
        }

        Add(options.Engine.Name, parsed.GetValue(options.Engine));
        Add(options.LogFormat.Name, parsed.GetValue(options.LogFormat));
        foreach (var set in parsed.GetValue(options.Set) ?? [])
        {
            Add(options.Set.Name, set);
        }

        foreach (var pipeline in parsed.GetValue(options.Pipeline) ?? [])
        {
            Add(options.Pipeline.Name, pipeline);
        }

        foreach (var flag in new[] { options.DryRun, options.StackTrace }.Where(parsed.GetValue))
        {
            arguments.Add(flag.Name);
        }

        return arguments;
    }

    private static string Statements(string? query, string? file)
    {
        if (query is null == file is null)
        {
            throw new DriverException("Give either a query or -f FILE: sparketl sql \"select 1\" --env local.");
        }

        try
        {
            return query ?? File.ReadAllText(file!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DriverException($"The file of statements '{file}' cannot be read: {e.Message}", e);
        }
    }

    private static Command Generate(Options options)
    {
        var command = new Command("generate", "Writes dirty claims data: as many treatments as claims, 1.5 times the invoices, 3 times the items.")
        {
            options.Rows, options.Seed, options.Out, options.GenerateFormat,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var request = new GenerateRequest(
                parsed.GetValue(options.Rows), parsed.GetValue(options.Seed), parsed.GetRequiredValue(options.Out), parsed.GetValue(options.GenerateFormat));
            foreach (var file in await ClaimsGenerator.GenerateAsync(request, null, cancellation).ConfigureAwait(false))
            {
                await Console.Out.WriteLineAsync(file.ToString()).ConfigureAwait(false);
            }

            return (int)ExitCode.Done;
        });
        return command;
    }

    private static EnvironmentRequest Request(ParseResult parsed, Options options, string environment, string? file = null) => new(
        environment,
        file ?? parsed.GetValue(options.Config)!,
        [
            .. parsed.GetValue(options.Set) ?? [],
            .. parsed.GetValue(options.Engine) is { } engine ? [$"engine.kind={engine}"] : Array.Empty<string>(),
            .. parsed.GetValue(options.LogFormat) is { } format ? [$"log.format={format}"] : Array.Empty<string>(),
        ]);
}
