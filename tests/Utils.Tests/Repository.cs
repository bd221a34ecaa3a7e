namespace SparkEtl.Utils.Tests;

/// <summary>The files of the repository that the tests hold to the code.</summary>
internal static class Repository
{
    private static readonly string s_root = FindRoot();

    public static string Read(string path) => File.ReadAllText(In(path));

    public static string In(string path) => Path.Combine(s_root, path);

    /// <summary>Compares a committed file with what the code generates; SPARKETL_UPDATE_GOLDEN=1 writes it instead.</summary>
    public static void AssertGolden(string path, string generated)
    {
        if (Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
            File.WriteAllText(In(path), generated);
        }
        string committed = File.Exists(In(path)) ? Read(path) : "";
        Assert.That(committed, Is.EqualTo(generated), $"{path} differs from what the code generates; run the tests with SPARKETL_UPDATE_GOLDEN=1 and commit it");
    }

    private static string FindRoot()
    {
        string? directory = TestContext.CurrentContext.TestDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "SparkEtl.sln"))) directory = Path.GetDirectoryName(directory);
        return directory ?? throw new InvalidOperationException("the tests run outside the repository: no directory above them holds SparkEtl.sln");
    }
}
