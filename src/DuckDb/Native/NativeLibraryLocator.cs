using System.Runtime.InteropServices;

namespace SparkEtl.DuckDb.Native;

/// <summary>
/// Where the native library may be, in order: the file that SPARKETL_DUCKDB_LIBRARY names, beside the program, and
/// <c>.sparketl/native/&lt;rid&gt;</c> in a folder above the program or above the current directory.
/// </summary>
internal sealed class NativeLibraryLocator(string? configured, string baseDirectory, string currentDirectory, string rid, string fileName)
{
    internal const string Variable = "SPARKETL_DUCKDB_LIBRARY";

    internal static NativeLibraryLocator ForThisProcess() => new(
        Environment.GetEnvironmentVariable(Variable),
        AppContext.BaseDirectory,
        Environment.CurrentDirectory,
        Rid(),
        OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so");

    /// <summary>The library's path.</summary>
    /// <exception cref="DuckDbLibraryNotFoundException">None of the places has it.</exception>
    internal string Locate()
    {
        // A configured file that is missing is a mistake to report, not a reason to take another one.
        string[] candidates = string.IsNullOrEmpty(configured) ? [.. Candidates().Distinct()] : [configured];
        return candidates.FirstOrDefault(File.Exists) ?? throw new DuckDbLibraryNotFoundException(fileName, rid, candidates);
    }

    private IEnumerable<string> Candidates()
    {
        yield return Path.Combine(baseDirectory, fileName);
        yield return Path.Combine(baseDirectory, "runtimes", rid, "native", fileName);
        foreach (string start in new[] { baseDirectory, currentDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                yield return Path.Combine(folder.FullName, ".sparketl", "native", rid, fileName);
        }
    }

    private static string Rid()
    {
        string os = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{os}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
