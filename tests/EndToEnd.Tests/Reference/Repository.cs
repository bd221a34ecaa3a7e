namespace SparkEtl.EndToEnd.Tests.Reference;

/// <summary>Places in the checkout that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of SparkEtl.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the checkout.</summary>
    public static string At(string path) => Path.Combine(Root, path);

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
