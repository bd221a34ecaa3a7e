using SparkEtl.Spark.Sql;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Jvm.Tests.Engine;

/// <summary>Queries of a size that a program writes.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class LargeQueryTests(string version)
{
    [OneTimeSetUp]
    public void Needs_that_Spark() => _ = Sparks.Required(version);

    [Test]
    public void A_chain_of_500_columns_each_from_the_last_runs()
    {
        var frame = Sparks.Session(version).Range(10).WithColumn("c0", Col("id"));
        for (var i = 1; i <= 500; i++)
        {
            frame = frame.WithColumn($"c{i}", Col($"c{i - 1}") + 1);
        }

        var rows = frame.Collect().ToArray();
        Assert.That(rows, Has.Length.EqualTo(10));
        Assert.That(rows[3].Get(501), Is.EqualTo(503L));
    }

    [Test]
    public void A_query_over_1000_columns_runs()
    {
        var wide = Sparks.Session(version).Range(3).Select([.. Enumerable.Range(0, 1000).Select(i => (Col("id") + i).As($"c{i}"))]);
        var result = wide.Filter(Col("c999") > 999L).Select([.. Enumerable.Range(0, 1000).Select(i => (Col($"c{i}") * 2).As($"d{i}"))]);
        Assert.That(result.Collect().Select(r => r.Get(999)), Is.EqualTo([2000L, 2002L]));
    }

    [Test]
    public void A_deep_expression_runs()
    {
        var sum = Col("id");
        for (var i = 0; i < 1000; i++)
        {
            sum += i;
        }

        Assert.That(Sparks.Session(version).Range(1).Select(sum).Collect().Single().Get(0), Is.EqualTo(499_500L));
    }
}
