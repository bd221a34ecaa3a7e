using System.Diagnostics;

namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>Runs programs of the checkout.</summary>
internal static class RunProgram
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    /// <summary>The program <c>sparketl</c> as these tests built it.</summary>
    public static string SparkEtl { get; } = Path.Combine(AppContext.BaseDirectory, "sparketl.dll");

    /// <summary>The program of samples/revenue.</summary>
    public static string Revenue { get; } = Repository.At($"samples/revenue/bin/{Configuration}/net10.0/revenue.dll");

    /// <summary>Runs a .NET program to its end.</summary>
    public static Task<ProgramEnd> DotNetAsync(string folder, string program, params IEnumerable<string> arguments) =>
        RunAsync(folder, "dotnet", [program, .. arguments]);

    /// <summary>Runs any program to its end.</summary>
    public static Task<ProgramEnd> RunAsync(string folder, string program, IEnumerable<string> arguments) =>
        ProgramEnd.OfAsync(Start(folder, program, arguments), s_limit);

    /// <summary>Starts any program, its three streams redirected.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="change">Changes how it is started, such as its environment.</param>
    public static Process Start(string folder, string program, IEnumerable<string> arguments, Action<ProcessStartInfo>? change = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        change?.Invoke(start);
        return Process.Start(start)!;
    }
}
