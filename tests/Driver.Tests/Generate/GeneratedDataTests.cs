using SparkEtl.Driver.Generate;

namespace SparkEtl.Driver.Tests.Generate;

public sealed class GeneratedDataTests
{
    private static readonly long[] s_seeds = [0, 1, 2, 42, -7, long.MaxValue];
    private readonly Dictionary<long, ClaimsFolder> _data = [];
    private string _folder = "";

    [OneTimeSetUp]
    public async Task Generate_every_seed()
    {
        _folder = Directory.CreateTempSubdirectory("sparketl-generate-").FullName;
        foreach (long seed in s_seeds)
        {
            string folder = Path.Combine(_folder, $"{seed}");
            await ClaimsGenerator.GenerateAsync(new GenerateRequest(256, seed, folder, GenerateFormat.Csv));
            _data[seed] = new ClaimsFolder(folder);
        }
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(nameof(DirtNames))]
    public void Every_kind_of_dirt_is_there_at_every_seed(string name)
    {
        Func<ClaimsFolder, bool> holds = DirtyCases.All.Single(dirt => dirt.Name == name).Holds;
        Assert.That(s_seeds.Where(seed => !holds(_data[seed])), Is.Empty, "seeds without it");
    }

    private static IEnumerable<string> DirtNames() => DirtyCases.All.Select(dirt => dirt.Name);
}
