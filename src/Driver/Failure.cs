using SparkEtl.Driver.Runs;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver;

/// <summary>How the program ends when something went wrong.</summary>
internal static class Failure
{
    /// <summary>Tells the user what failed; the exit code.</summary>
    public static ExitCode Report(Exception error, TextWriter to, bool withStackTrace)
    {
        to.WriteLine(Text(error));
        if (withStackTrace)
        {
            to.WriteLine(error.ToString());
        }

        return Code(error);
    }

    /// <summary>What the user is told.</summary>
    public static string Text(Exception error) => error switch
    {
        StoppedException => $"error: {error.Message}",
        OperationCanceledException => "error: stopped before the end; nothing was published.",
        _ when Code(error) == ExitCode.Failed => $"error: {error.Message}",
        _ => $"error: {error.GetType().Name}: {error.Message}\nThis is a defect of SparkEtl, not of your data or settings. "
            + $"Run it again with {CommandLine.Options.StackTraceName} and report what it prints.",
    };

    private static ExitCode Code(Exception error) => error switch
    {
        OperationCanceledException => ExitCode.Failed,
        SparkEtlException or PipelineException => ExitCode.Failed,

        // The machine's own refusals: no permission, no space, a folder in a file's place. Their messages name the path.
        UnauthorizedAccessException or IOException => ExitCode.Failed,
        _ => ExitCode.Defect,
    };
}
