using SparkEtl.Driver.Generate;
using SparkEtl.EndToEnd.Tests.Reference;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Spark.Sql;

namespace SparkEtl.EndToEnd.Tests.Claims;

/// <summary>The claims job on the embedded engine and the same rules as plain SQL in MariaDB: every value of every column must be the same.</summary>
public sealed class ClaimsAgainstMariaDbTests
{
    private SparkSession _session = null!;

    [OneTimeSetUp]
    public void Start() => _session = SparkSession.Builder().Config("sparketl.duckdb.threads", 2).GetOrCreate();

    [OneTimeTearDown]
    public void Stop() => _session.Dispose();

    [Test]
    [Category("Sample")]
    public async Task The_committed_sample_gives_what_MariaDB_gives()
    {
        string folder = Repository.At("samples/claims");
        Compare(ClaimsRun.Run(_session, folder), await ClaimsReference.RunAsync(folder));
    }

    [TestCaseSource(nameof(Seeds))]
    public async Task Generated_data_gives_what_MariaDB_gives(int rows, int seed)
    {
        string folder = Directory.CreateTempSubdirectory("sparketl-claims-").FullName;
        try
        {
            await ClaimsGenerator.GenerateAsync(new GenerateRequest(rows, seed, folder, GenerateFormat.Csv));
            Compare(ClaimsRun.Run(_session, folder), await ClaimsReference.RunAsync(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(IReadOnlyDictionary<string, TextTable> ours, IReadOnlyDictionary<string, TextTable> expected) =>
        Assert.Multiple(() =>
        {
            foreach (string name in ClaimsReference.Preprocessed.Concat(ClaimsReference.Results).Concat(ClaimsReference.Reports))
            {
                if (!ClaimsReference.Reports.Contains(name))
                    Assert.That(ours[name].Columns, Is.EqualTo(expected[name].Columns), name);
                Assert.That(Lines(ours[name]), Is.EqualTo(Lines(expected[name])), name);
            }
        });

    // A line each, null and empty told apart, so that a difference is readable.
    private static string[] Lines(TextTable table) => [.. table.Rows.Select(row => string.Join(" | ", row.Select(v => v is null ? "null" : $"'{v}'")))];

    // Drawn once: the same on every machine, so that a failure can be repeated. Few rows have few cases of everything, more have them together.
    private static IEnumerable<TestCaseData> Seeds()
    {
        var random = new Random(20240229);
        return Enumerable.Range(0, 20).Select(_ => new TestCaseData(random.Next(256, 1500), random.Next()));
    }
}
