using System.Runtime.CompilerServices;
using SparkEtl.Driver.Generate;

namespace SparkEtl.Driver.Tests.Generate;

/// <summary>The files under samples/claims; rewritten instead of compared when SPARKETL_UPDATE_GOLDEN is 1.</summary>
public sealed class CommittedSampleTests
{
    private const long Rows = 300;
    private const long Seed = 4;

    [Test]
    [Category("Sample")]
    public async Task The_committed_claims_are_what_the_generator_makes()
    {
        string sample = Folder();
        string folder = Directory.CreateTempSubdirectory("sparketl-sample-").FullName;
        try
        {
            bool update = Environment.GetEnvironmentVariable("SPARKETL_UPDATE_GOLDEN") == "1";
            foreach (GeneratedFile file in await ClaimsGenerator.GenerateAsync(new GenerateRequest(Rows, Seed, folder, GenerateFormat.Csv)))
            {
                string committed = Path.Combine(sample, Path.GetFileName(file.Path));
                if (update)
                    File.Copy(file.Path, committed, overwrite: true);
                Assert.That(await File.ReadAllTextAsync(committed), Is.EqualTo(await File.ReadAllTextAsync(file.Path)), file.Table);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCaseSource(nameof(DirtNames))]
    public void Every_kind_of_dirt_is_in_the_committed_sample(string name) =>
        Assert.That(DirtyCases.All.Single(dirt => dirt.Name == name).Holds(new ClaimsFolder(Folder())), Is.True);

    private static IEnumerable<string> DirtNames() => DirtyCases.All.Select(dirt => dirt.Name);

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../samples/claims"));
}
