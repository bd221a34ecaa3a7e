namespace SparkEtl.Architecture.Tests;

/// <summary>The C# files of the checkout.</summary>
internal static class SourceFiles
{
    /// <summary>Those under a folder of the solution, outputs of builds left out, by their path from the root.</summary>
    public static IEnumerable<string> Under(string folder) => Directory
        .EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
        .Where(f => !f.Split('/').Any(p => p is "bin" or "obj" || p.StartsWith('.')))
        .Order(StringComparer.Ordinal);

    /// <summary>The lines of one.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Repository.At(file));
}
