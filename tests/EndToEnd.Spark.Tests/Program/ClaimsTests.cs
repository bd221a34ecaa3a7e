using SparkEtl.EndToEnd.Tests.Claims;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Spark;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Sql;

namespace SparkEtl.EndToEnd.Spark.Tests.Program;

/// <summary>The claims job on Spark gives what it gives on the embedded engine: results, cleaned tables, report.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class ClaimsTests(string version)
{
    private const int MostRoundTrips = 200;

    [Test]
    public void The_claims_job_gives_the_same_on_both_engines_in_few_round_trips()
    {
        var engine = Sparks.Engine(version);
        var before = engine.Session.RoundTrips;
        var found = ClaimsRun.Run(Sparks.Session(version), Repository.At("samples/claims"));
        var roundTrips = engine.Session.RoundTrips - before;
        TestContext.Out.WriteLine($"{roundTrips} round trips");
        using var embedded = new SparkSession(
            new SessionState(new DuckDbEngine(new DuckDbEngineOptions()), CancellationToken.None), new SparkContext(new SparkConf()));
        var expected = ClaimsRun.Run(embedded, Repository.At("samples/claims"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Keys, Is.EquivalentTo(expected.Keys));
            foreach (var (name, table) in expected)
            {
                Assert.That(Text(found[name]), Is.EqualTo(Text(table)), name);
                Assert.That(table.Rows, Is.Not.Empty, name);
            }

            Assert.That(roundTrips, Is.LessThan(MostRoundTrips));
        }
    }

    private static string Text(TextTable table) =>
        $"{string.Join(", ", table.Columns.Zip(table.Types))}\n{string.Join('\n', table.Rows.Select(r => string.Join('|', r.Select(v => v ?? "null"))))}";
}
