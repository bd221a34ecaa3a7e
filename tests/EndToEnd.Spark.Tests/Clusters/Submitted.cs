using System.Diagnostics;
using System.Text.RegularExpressions;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>A spark-submit that runs, and the processes that belong to it.</summary>
internal sealed partial class Submitted : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly string marker;
    private readonly TaskCompletionSource<string> application = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> errors = [];
    private readonly Task<string> output;

    public Submitted(Process process, string marker)
    {
        this.process = process;
        this.marker = marker;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The id of the process of spark-submit, which in deploy mode client is the driver's JVM.</summary>
    public int Id => process.Id;

    /// <summary>The application's id, as soon as YARN gave it.</summary>
    public Task<string> ApplicationAsync() => application.Task.WaitAsync(Limit);

    /// <summary>How it ended.</summary>
    public Task<ProgramEnd> EndAsync() => EndAsync(Limit);

    /// <summary>How it ended, when it did so in time.</summary>
    public async Task<ProgramEnd> EndAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramEnd(process.ExitCode, await output, Errors());
    }

    /// <summary>A process of this submission that runs a program, as soon as there is one whose command line holds a text.</summary>
    public async Task<Process> FindAsync(string program, string text)
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < Limit && !process.HasExited)
        {
            if (CommandLines().FirstOrDefault(p => p.Value.Split('\0')[0].EndsWith(program, StringComparison.Ordinal) && p.Value.Contains(text, StringComparison.Ordinal)).Key is > 0 and var found)
            {
                return Process.GetProcessById(found);
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"There is no {program} with {text}:\n{Errors()}");
    }

    /// <summary>The command lines of its processes by their ids.</summary>
    public IReadOnlyDictionary<int, string> CommandLines() => Own().ToDictionary(p => p, Processes.CommandLine);

    /// <summary>What YARN says at its end.</summary>
    public async Task<YarnReport> OverAsync(TimeSpan within)
    {
        var id = await ApplicationAsync();
        var waiting = Stopwatch.StartNew();
        YarnReport report;
        for (report = YarnCluster.Shared.Report(id); !report.IsOver && waiting.Elapsed < within; report = YarnCluster.Shared.Report(id))
        {
            await Task.Delay(100);
        }

        TestContext.Out.WriteLine($"YARN: {report} after {waiting.Elapsed.TotalSeconds:0.0} s");
        return report;
    }

    /// <summary>The processes that are left of it after a time for them to end.</summary>
    public async Task<IReadOnlyList<string>> LeftAfterAsync(TimeSpan time)
    {
        var waiting = Stopwatch.StartNew();
        while (Own().Any() && waiting.Elapsed < time)
        {
            await Task.Delay(100);
        }

        TestContext.Out.WriteLine($"its processes were gone after {waiting.Elapsed.TotalSeconds:0.0} s");
        return [.. CommandLines().Select(p => $"{p.Key}: {p.Value.Replace('\0', ' ')}")];
    }

    public void Dispose()
    {
        foreach (var left in Own())
        {
            Processes.Kill(left);
        }

        process.Dispose();
    }

    private IEnumerable<int> Own() => Processes.With("SPARKETL_TEST", marker);

    private void Note(string? line)
    {
        lock (errors)
        {
            errors.Add(line ?? string.Empty);
        }

        if (line is not null && ApplicationId().Match(line) is { Success: true } match)
        {
            application.TrySetResult(match.Value);
        }
    }

    private string Errors()
    {
        lock (errors)
        {
            return string.Join('\n', errors);
        }
    }

    [GeneratedRegex(@"application_\d+_\d+")]
    private static partial Regex ApplicationId();
}
