using System.Text.RegularExpressions;

namespace SparkEtl.Driver.Submission;

/// <summary>
/// What spark-submit says of a driver that runs in a container. It ends with pages of its own; here they end with one line that says why the
/// application failed and what to do next.
/// </summary>
internal sealed partial class SubmissionLog
{
    private const string Error = "error: ";

    private string? application;
    private string? overLimit;
    private string? failure;

    /// <summary>Gives the lines on as they come, and the reason at their end.</summary>
    public static void Follow(TextReader from, TextWriter to)
    {
        var log = new SubmissionLog();
        while (from.ReadLine() is { } line)
        {
            to.WriteLine(line);
            log.Note(line);
        }

        if (log.Reason() is { } reason)
        {
            to.WriteLine(reason);
        }
    }

    private void Note(string line)
    {
        application ??= ApplicationId().Match(line) is { Success: true } id ? id.Value : null;
        if (OverLimit().Match(line) is { Success: true } over)
        {
            var kind = over.Groups[1].Value.ToLowerInvariant();
            var used = Usage().Matches(line).FirstOrDefault(m => m.Groups[3].Value == kind);
            overLimit ??= used is null ? $"{kind} memory" : $"{used.Groups[1].Value} of {used.Groups[2].Value} {kind} memory";
        }

        // Told again at the end, in the diagnostics; a line of its own is the log of a container before Spark has started.
        failure ??= Failure().Match(line) is { Success: true } told ? told.Groups[1].Value : null;
    }

    private string? Reason() => overLimit is not null
        ? $"{Error}YARN killed the driver's container, which used more memory than it has ({overLimit}). Raise engine.driver_overhead, and engine.program_memory where the "
            + $".NET program holds many rows, then submit again. The target is as it was, or as a whole run leaves it. {Logs()}"
        : failure is null ? null : $"{Error}{failure}";

    private string Logs() => application is null ? "The containers' logs say more." : $"yarn logs -applicationId {application} says more.";

    [GeneratedRegex(@"application_\d+_\d+")]
    private static partial Regex ApplicationId();

    [GeneratedRegex("is running (?:[0-9]+B )?beyond (?:the ')?(physical|virtual)'? memory limit", RegexOptions.IgnoreCase)]
    private static partial Regex OverLimit();

    [GeneratedRegex(@"([\d.]+ \w+) of ([\d.]+ \w+) (physical|virtual) memory used")]
    private static partial Regex Usage();

    [GeneratedRegex("(?:^|User class threw exception: )error: (.+)$")]
    private static partial Regex Failure();
}
