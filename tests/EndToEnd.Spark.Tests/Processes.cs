using System.Diagnostics;
using System.Globalization;

namespace SparkEtl.EndToEnd.Spark.Tests;

/// <summary>The processes of this machine as Linux shows them below /proc. One that ended in the meantime has no words, no variables, no tasks.</summary>
internal static class Processes
{
    /// <summary>The ids of all.</summary>
    public static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc").Select(d => Path.GetFileName(d)).Where(n => n.All(char.IsAsciiDigit))
        .Select(n => int.Parse(n, CultureInfo.InvariantCulture));

    /// <summary>The ids of those whose environment has a variable of that value.</summary>
    public static IEnumerable<int> With(string variable, string value) => All().Where(p => Environment(p).Contains($"{variable}={value}"));

    /// <summary>Its environment, each as NAME=value.</summary>
    public static string[] Environment(int process) => Text($"/proc/{process}/environ").Split('\0');

    /// <summary>Its words, each ended by a zero.</summary>
    public static string CommandLine(int process) => Text($"/proc/{process}/cmdline");

    /// <summary>The id of the process that started it; null for one that ended.</summary>
    public static int? Parent(int process) =>
        Text($"/proc/{process}/stat") is { Length: > 0 } stat ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : null;

    /// <summary>Whether it is a JVM in which a task of Spark's runs.</summary>
    public static bool HasTask(int process)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task").Any(t => Text($"{t}/comm").StartsWith("Executor task", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Ends it at once; one that ended is none.</summary>
    public static void Kill(int process) => Process.Start("kill", ["-9", process.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>The content of a file; empty when it cannot be read, as that of a process that ended.</summary>
    public static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
