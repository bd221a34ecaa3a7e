using System.Diagnostics;

namespace SparkEtl.EndToEnd.Spark.Tests.Ide;

/// <summary>What .NET opens for debuggers and for tools such as dotnet-trace, which search it in their own folder for temporary files.</summary>
internal static class DebuggerDoors
{
    /// <summary>Those of a process in a folder.</summary>
    public static IEnumerable<string> In(string folder, Process process) => !Directory.Exists(folder)
        ? []
        : new[] { "dotnet-diagnostic", "clr-debug-pipe" }.SelectMany(n => Directory.EnumerateFileSystemEntries(folder, $"{n}-{process.Id}-*"));

    /// <summary>Those that a process has until its end, in /tmp and in the folder that it was told to take for temporary files.</summary>
    public static async Task<IReadOnlyCollection<string>> UntilTheEndAsync(Process process)
    {
        string[] folders =
        [
            .. (await File.ReadAllTextAsync($"/proc/{process.Id}/environ")).Split('\0').Where(v => v.StartsWith("TMPDIR=", StringComparison.Ordinal)).Select(v => v["TMPDIR=".Length..]), "/tmp",
        ];
        var seen = new SortedSet<string>(StringComparer.Ordinal);
        while (!process.HasExited)
        {
            seen.UnionWith(folders.SelectMany(f => In(f, process)));
            await Task.Delay(100);
        }

        return seen;
    }
}
