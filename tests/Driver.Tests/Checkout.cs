namespace SparkEtl.Driver.Tests;

/// <summary>Places in the checkout that these tests were built from.</summary>
internal static class Checkout
{
    /// <summary>A file of the checkout.</summary>
    public static string At(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SparkEtl.sln")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new InvalidOperationException($"Found no SparkEtl.sln above {AppContext.BaseDirectory}.");
    }
}
