namespace SparkEtl.Processing.Tests;

/// <summary>Places in the checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string s_root = FindRoot();

    /// <summary>A file or folder of the checkout.</summary>
    public static string At(string path) => Path.Combine(s_root, path);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SparkEtl.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"Found no SparkEtl.sln above {AppContext.BaseDirectory}.");
    }
}
