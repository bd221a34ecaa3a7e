using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SparkEtl.Benchmarks;

/// <summary>What a program of its own took, from its start to its end.</summary>
/// <param name="Wall">Seconds by the clock.</param>
/// <param name="Cpu">Seconds of all its threads, as last seen before it ended: up to a twentieth of a second short.</param>
/// <param name="PeakMegabytes">Most memory that was resident at once.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record MeasuredProcess(double Wall, double Cpu, long PeakMegabytes, string Output, string Errors)
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static Task<MeasuredProcess> RunAsync(string program, params string[] arguments) =>
        RunAsync(program, new Dictionary<string, string>(), arguments);

    /// <summary>The same, with more variables of the environment.</summary>
    public static async Task<MeasuredProcess> RunAsync(string program, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task ended = process.WaitForExitAsync();
        double cpu = 0;
        long peak = 0;
        while (!ended.IsCompleted)
        {
            try
            {
                process.Refresh();
                cpu = process.TotalProcessorTime.TotalSeconds;
                peak = Math.Max(peak, OperatingSystem.IsLinux() ? HighWater(process.Id) : process.PeakWorkingSet64 >> 20);
            }
            catch (Exception e) when (e is InvalidOperationException or IOException or Win32Exception)
            {
                // It ended between two looks.
            }
            await Task.WhenAny(ended, Task.Delay(s_lookEvery));
        }
        double wall = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? new MeasuredProcess(wall, cpu, peak, await output, await errors)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}{await output}");
    }

    private static long HighWater(int process) => File.ReadLines($"/proc/{process}/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) >> 10)
        .FirstOrDefault();
}
