using System.Runtime.InteropServices;
using SparkEtl.Driver.CommandLine;
using SparkEtl.Driver.Submission;
using SparkEtl.Processing.Pipelines;

namespace SparkEtl.Driver;

/// <summary>The program: a command line over the pipelines it is given.</summary>
public static class SparkEtlApp
{
    /// <summary>Runs the program to its end.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <param name="register">Adds the pipelines: <c>pipelines => pipelines.Add&lt;ClaimsPipeline&gt;()</c>.</param>
    /// <returns>The exit code: 0 done, 1 a failure that the message explains, 2 a defect of the program.</returns>
    public static async Task<int> RunAsync(string[] args, Func<PipelineCollection, PipelineCollection> register)
    {
        ArgumentNullException.ThrowIfNull(register);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        Submitter? submitter = null;
        try
        {
            submitter = Submitter.Watch(stop);

            // What submits is not what one wants to debug.
            if (!args.Intersect(Commands.OfSubmission, StringComparer.Ordinal).Any())
            {
                await DebuggerWait.RunAsync(Environment.GetEnvironmentVariable, Console.Error, stop.Token).ConfigureAwait(false);
            }

            return await Commands.RunAsync(args, register(new PipelineCollection()), stop.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            var error = submitter?.Told(e) ?? e;
            submitter?.Tell(error);
            return (int)Failure.Report(error, Console.Error, args.Contains(Options.StackTraceName, StringComparer.Ordinal));
        }

        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    /// <inheritdoc cref="RunAsync"/>
    public static int Run(string[] args, Func<PipelineCollection, PipelineCollection> register) =>
        RunAsync(args, register).GetAwaiter().GetResult();
}
