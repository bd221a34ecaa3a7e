using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Sql;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Engines;

/// <summary>Observed and persisted frames on the embedded engine.</summary>
public sealed class BoundaryTests
{
    private readonly List<string> statements = [];
    private SparkSession session = null!;

    [SetUp]
    public void NewSession()
    {
        statements.Clear();
        session = new SparkSession(
            new SessionState(new DuckDbEngine(new DuckDbEngineOptions { OnStatement = statements.Add }), CancellationToken.None), new SparkContext(new SparkConf()));
    }

    [TearDown]
    public void Stop() => session.Dispose();

    [Test]
    public void An_observed_and_persisted_frame_is_computed_once_for_several_actions()
    {
        var frame = session.Range(10).WithColumn("keep", Col("id") > 2)
            .WithColumn("unused", Lit("x"))
            .Observe("rows", Count(Lit(1)).Alias("n"), Sum(When(Col("keep"), 1).Otherwise(0)).Alias("kept"))
            .Filter(Col("keep")).Select("id").Persist();
        Assert.That(frame.Count(), Is.EqualTo(7));
        Assert.That(frame.Agg(Sum("id")).Collect().Single().GetAs<long>(0), Is.EqualTo(42));
        var metrics = session.ObservedMetrics("rows");
        var creates = statements.Where(s => s.StartsWith("CREATE TABLE", StringComparison.Ordinal)).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(metrics.GetAs<long>("n"), Is.EqualTo(10));
            Assert.That(metrics.GetAs<long>("kept"), Is.EqualTo(7));
            Assert.That(creates, Has.Length.EqualTo(1), string.Join("\n", statements));
            Assert.That(creates[0], Does.Not.Contain("'x'"), "a column that nobody uses is not kept");
        }
    }

    [Test]
    public void A_frame_on_both_sides_of_a_join_is_computed_once()
    {
        var frame = session.Range(5).WithColumn("twice", Col("id") * 2).Persist();
        var joined = frame.As("l").Join(frame.As("r"), Col("l.id") == Col("r.twice"));
        Assert.That(joined.Count(), Is.EqualTo(3));
        Assert.That(statements.Count(s => s.StartsWith("CREATE TABLE", StringComparison.Ordinal)), Is.EqualTo(1));
        frame.Unpersist();
        Assert.That(statements[^1], Does.StartWith("DROP TABLE"));
    }

    [Test]
    public void An_observed_frame_that_nothing_keeps_leaves_no_table_behind()
    {
        Assert.That(session.Range(4).Observe("seen", Count(Lit(1)).Alias("n")).Filter(Col("id") > 1).Count(), Is.EqualTo(2));
        Assert.That(session.ObservedMetrics("seen").GetAs<long>("n"), Is.EqualTo(4));
        Assert.That(
            statements.Count(s => s.StartsWith("DROP TABLE", StringComparison.Ordinal)),
            Is.EqualTo(statements.Count(s => s.StartsWith("CREATE TABLE", StringComparison.Ordinal))));
    }
}
