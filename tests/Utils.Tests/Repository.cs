namespace SparkEtl.Utils.Tests;

/// <summary>The files of the repository that the tests hold to the code.</summary>
internal static class Repository
{
    private static readonly string s_root = FindRoot();

    public static string Read(string path) => File.ReadAllText(In(path));

    public static string In(string path) => Path.Combine(s_root, path);

    private static string FindRoot()
    {
        string? directory = TestContext.CurrentContext.TestDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "SparkEtl.sln"))) directory = Path.GetDirectoryName(directory);
        return directory ?? throw new InvalidOperationException("the tests run outside the repository: no directory above them holds SparkEtl.sln");
    }
}
