using System.Diagnostics;
using System.Globalization;

namespace SparkEtl.Driver;

/// <summary>
/// Waits at the start for a debugger, where the environment asks for it: on a node of a cluster there is no F5, and a run is over before
/// one has found its process.
/// </summary>
internal static class DebuggerWait
{
    /// <summary>The variable that says how many seconds to wait.</summary>
    public const string Variable = "SPARKETL_WAIT_FOR_DEBUGGER";

    private const string DiagnosticsVariable = "DOTNET_EnableDiagnostics";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until a debugger is attached, or the time is over, which is no error.</summary>
    /// <param name="variable">A variable of the environment; null when it is not set.</param>
    /// <param name="to">Told which process waits on which machine.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="DriverException">The variable holds no number, or no debugger can come.</exception>
    public static async Task RunAsync(Func<string, string?> variable, TextWriter to, CancellationToken cancellation)
    {
        if (variable(Variable) is not { Length: > 0 } text || Debugger.IsAttached)
        {
            return;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            throw new DriverException($"{Variable} is '{text}', expected how many seconds to wait, such as 600.");
        }

        if (variable(DiagnosticsVariable) == "0")
        {
            throw new DriverException($"{Variable} is set, and {DiagnosticsVariable} is 0: no debugger can attach. Set {DiagnosticsVariable}=1 beside it.");
        }

        await to.WriteLineAsync($"waiting for a debugger: process {Environment.ProcessId} on {Environment.MachineName}, at most {seconds} s".AsMemory(), cancellation).ConfigureAwait(false);
        var waiting = Stopwatch.StartNew();
        while (!Debugger.IsAttached && waiting.Elapsed.TotalSeconds < seconds)
        {
            await Task.Delay(Look, cancellation).ConfigureAwait(false);
        }

        await to.WriteLineAsync((Debugger.IsAttached ? "a debugger is attached" : "no debugger came; the run goes on without one").AsMemory(), cancellation).ConfigureAwait(false);
    }
}
