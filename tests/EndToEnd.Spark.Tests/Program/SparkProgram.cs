using System.Diagnostics;
using SparkEtl.EndToEnd.Tests.Program;

namespace SparkEtl.EndToEnd.Spark.Tests.Program;

/// <summary>The program with the engine spark, as a process.</summary>
internal static class SparkProgram
{
    /// <summary>How long one may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Starts it in the checkout.</summary>
    /// <param name="version">The version of Spark.</param>
    /// <param name="change">Changes how it is started.</param>
    /// <param name="arguments">Its command line.</param>
    public static Process Start(string version, Action<ProcessStartInfo> change, params string[] arguments)
    {
        var home = Sparks.Home(version);
        return RunProgram.Start(Repository.Root, "dotnet", [RunProgram.SparkEtl, .. arguments], start =>
        {
            start.Environment["SPARK_HOME"] = home;
            change(start);
        });
    }

    /// <summary>Waits for its end.</summary>
    public static Task<ProgramEnd> EndOf(Process process) => ProgramEnd.OfAsync(process, Limit);
}
