using System.Text.RegularExpressions;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.Jvm.Sessions;

/// <summary>
/// Ends of a JVM, the driver's or an executor's, that have a reason which a user can do something about: memory, ports. Its log says them long
/// before its last lines.
/// </summary>
internal sealed partial class DriverEnds
{
    private const string NothingPublished = "or let the query keep less at once. Nothing was published.";

    private const string MemoryAdvice =
        $"Give Spark's driver more (engine.driver_memory, such as 4g, which is engine.conf.spark.driver.memory; on a cluster also engine.executor_memory), {NothingPublished}";

    /// <summary>What an error of the JVM's memory means.</summary>
    public const string OutOfMemory = $"Spark ran out of memory. {MemoryAdvice}";

    private volatile string? reason;

    /// <summary>Looks at a line of its log.</summary>
    public void Note(string line)
    {
        // The first that is said is the cause of the others.
        reason ??= ReasonIn(line);
    }

    /// <summary>The error in words that say what to do, where they are known; else as it is.</summary>
    public Exception Explain(Exception error) => error switch
    {
        LaunchException when (reason ?? ReasonIn(error.Message)) is { } why => new LaunchException(why, error),

        // A context that is going down fails calls in many ways.
        QueryException query when (query.ErrorClass == JvmErrors.Unnamed ? reason ?? ReasonIn(error.Message) : ReasonIn(error.Message)) is { } why => new QueryException(query.ErrorClass, why, error),
        _ => error,
    };

    /// <summary>What a text of Spark's means; null for nothing known.</summary>
    public static string? ReasonIn(string text)
    {
        if (text.Contains("OutOfMemoryError", StringComparison.Ordinal) || text.Contains("Java heap space", StringComparison.Ordinal))
        {
            return OutOfMemory;
        }

        if (OverLimit().Match(text) is { Success: true } over)
        {
            return $"YARN killed executors that used more memory than their containers have ({over.Groups[2].Value} of {over.Groups[3].Value} {over.Groups[1].Value} memory). "
                + $"Raise engine.executor_overhead, what a container has beside its heap, or lower engine.executor_cores, {NothingPublished}";
        }

        if (Ended().Match(text) is { Success: true } ended)
        {
            return $"Executors ended in the middle of a task (exit code {ended.Groups[1].Value}), most often because they ran out of memory. "
                + $"Raise engine.executor_memory, lower engine.executor_cores, {NothingPublished}";
        }

        if (TooLittle().Match(text) is { Success: true } little)
        {
            return $"Spark's driver has too little memory to start: {little.Groups[1].Value} bytes, at least {little.Groups[2].Value} are needed. {MemoryAdvice}";
        }

        if (Taken().Match(text) is not { Success: true } taken)
        {
            return null;
        }

        var key = taken.Groups[1].Value switch
        {
            "sparkDriver" => "spark.driver.port",
            "SparkUI" => "spark.ui.port",
            _ => "spark.blockManager.port",
        };
        return $"Spark could not start: the port {taken.Groups[2].Value} for its service {taken.Groups[1].Value} is taken. Name another by engine.conf.{key} (0 for any that is free), "
            + "let it try more (engine.conf.spark.port.maxRetries), or end who has it.";
    }

    // What Spark says when YARN ended an executor's container.
    [GeneratedRegex(@"Container killed by YARN for exceeding (physical|virtual) memory limits\. ([\d.]+ \w+) of ([\d.]+ \w+)")]
    private static partial Regex OverLimit();

    // Spark's own exit code for a full heap; what YARN makes of the kill that Spark tells its JVMs to do then; the kernel's kill.
    [GeneratedRegex(@"ExecutorLostFailure.*(?:exited with code|[Ee]xit (?:status|code):?) (52|143|137)\b", RegexOptions.Singleline)]
    private static partial Regex Ended();

    [GeneratedRegex(@"System memory (\d+) must be at least (\d+)")]
    private static partial Regex TooLittle();

    [GeneratedRegex(@"Service '([\w.]+)' failed after \d+ retries \(starting from (\d+)\)")]
    private static partial Regex Taken();
}
