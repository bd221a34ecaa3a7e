using System.Diagnostics;

namespace SparkEtl.EndToEnd.Tests.Servers;

/// <summary>Runs a program to its end; anything but success is an error that shows what it printed.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a program.</summary>
    /// <returns>Its standard output.</returns>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string? input = null, string? folder = null, CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            try
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended before it had read everything: its exit code and its words below say why.
            }
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException(
                    $"{Path.GetFileName(program)} ended with {process.ExitCode}: {(await errors).Trim()} {(await output).Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
