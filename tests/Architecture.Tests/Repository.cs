namespace SparkEtl.Architecture.Tests;

/// <summary>The files of the checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>True when the golden files are to be written anew rather than compared.</summary>
    public static bool UpdateGolden => Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1";

    /// <summary>The C# files under a folder of the solution, outputs of builds left out, by their path from the root.</summary>
    public static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Where(f => !f.Split('/').Any(p => p is "bin" or "obj" || p.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string[] Lines(string file) => File.ReadAllLines(PathOf(file));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SparkEtl.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Found no SparkEtl.sln above {AppContext.BaseDirectory}; run the tests from a checkout.");
    }
}
