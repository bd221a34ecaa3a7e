using System.Diagnostics;
using SparkEtl.EndToEnd.Tests.Program;
using SparkEtl.EndToEnd.Tests.Reference;

namespace SparkEtl.EndToEnd.Spark.Tests.Program;

/// <summary>The program with the engine spark, as a process.</summary>
internal static class SparkProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Starts it in the checkout.</summary>
    /// <param name="version">The version of Spark.</param>
    /// <param name="change">Changes how it is started.</param>
    /// <param name="arguments">Its command line.</param>
    public static Process Start(string version, Action<ProcessStartInfo> change, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Driver.SparkEtlApp).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SPARK_HOME"] = Sparks.Home(version);
        change(start);
        return Process.Start(start)!;
    }

    /// <summary>Waits for its end.</summary>
    public static async Task<ProgramEnd> EndOf(Process process)
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ProgramEnd(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {Limit}.");
        }
    }

    /// <summary>The command lines of the processes whose environment has a variable of that value.</summary>
    public static IReadOnlyList<string> Left(string variable, string value) =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(d => Path.GetFileName(d).All(char.IsAsciiDigit))
            .Where(d => MySql.MySqlProject.Text(Path.Combine(d, "environ")).Split('\0').Contains($"{variable}={value}"))
            .Select(d => MySql.MySqlProject.Text(Path.Combine(d, "cmdline"))),
    ];
}
