namespace SparkEtl;

/// <summary>Places in the checkout that the tests were built from; part of each project of tests that needs one.</summary>
internal static class Repository
{
    /// <summary>The folder of SparkEtl.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the checkout.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file of the checkout.</summary>
    public static string Read(string path) => File.ReadAllText(At(path));

    private static string FindRoot()
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
