using System.Globalization;
using SparkEtl.Spark.Engines.DuckDb;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>
/// Random plans on the embedded engine and on stock Spark: the same rows. A plan that differs is made smaller and shown with its choices.
/// SPARKETL_SEED takes others in place of some of them, to look for more.
/// </summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public sealed class PlanParityTests(string version)
{
    private const int AlwaysTheSame = 200;
    private const int Others = 50;
    private const int FirstOfOthers = 73_994_020;
    private const int FewestOfEach = 5;
    private const int MostShown = 3;
    private const int AsSparkDoesByDefault = 10;

    // To compile a plan of six rows takes Spark longer than to run it: most plans are interpreted.
    private static readonly (string Key, string Quick, string Default)[] Settings =
    [
        ("spark.sql.codegen.wholeStage", "false", "true"),
        ("spark.sql.codegen.factoryMode", "NO_CODEGEN", "FALLBACK"),
        ("spark.sql.adaptive.enabled", "false", "true"),
        ("spark.sql.shuffle.partitions", "1", "2"),
    ];

    [TearDown]
    public void As_before() => Configure(quick: false);

    [Test]
    public void Random_plans_give_the_same_rows()
    {
        using var duckdb = new DuckDbEngine(new DuckDbEngineOptions { Memory = "1GB" });
        var comparison = new PlanComparison(duckdb, Sparks.Engine(version));
        var seed = Seed();
        var seeds = Enumerable.Range(1, AlwaysTheSame).Concat(Enumerable.Range(seed, Others)).ToArray();
        var differences = new List<string>();
        for (var i = 0; i < seeds.Length && differences.Count < MostShown; i++)
        {
            if (i % AsSparkDoesByDefault < 2)
            {
                Configure(quick: i % AsSparkDoesByDefault == 1);
            }

            if (comparison.Difference(seeds[i]) is { } difference)
            {
                differences.Add($"SPARKETL_SEED={seeds[i]}: {difference}");
            }
        }

        TestContext.Out.WriteLine(
            $"seeds 1 to {AlwaysTheSame} and {seed} to {seed + Others - 1}: {comparison.WithRows} plans gave rows, {comparison.Failed} failed on both, {comparison.Refused} were refused. {comparison.Coverage}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join("\n", differences), Is.Empty);
            Assert.That(comparison.Coverage.RareNodes(FewestOfEach), Is.Empty, $"nodes in fewer than {FewestOfEach} plans");
            Assert.That(comparison.Coverage.RareFunctions(FewestOfEach), Is.Empty, $"functions that fewer than {FewestOfEach} plans' results depend on");
            Assert.That(comparison.WithRows, Is.GreaterThan(seeds.Length / 2), "plans whose result has rows");
        }
    }

    private void Configure(bool quick)
    {
        foreach (var (key, quickly, byDefault) in Settings)
        {
            Sparks.Engine(version).Configure(key, quick ? quickly : byDefault);
        }
    }

    private static int Seed() => Environment.GetEnvironmentVariable("SPARKETL_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : FirstOfOthers;
}
