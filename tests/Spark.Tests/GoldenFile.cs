using System.Runtime.CompilerServices;

namespace SparkEtl.Spark.Tests;

/// <summary>A committed file that a test's text must equal; SPARKETL_UPDATE_GOLDEN=1 writes it.</summary>
internal static class GoldenFile
{
    public static void Check(string relativePath, string actual, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Root(here), relativePath);
        if (Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.That(File.Exists(path), Is.True, $"{relativePath} is not there; run once with SPARKETL_UPDATE_GOLDEN=1 and look at it.");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)), $"{relativePath} differs; run with SPARKETL_UPDATE_GOLDEN=1 if the new text is right.");
    }

    /// <summary>The folder of this project's sources.</summary>
    private static string Root(string here)
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Spark.Tests.csproj")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
