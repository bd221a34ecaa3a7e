namespace SparkEtl.Spark.Jvm.Tests.Engine;

[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
internal sealed class FirstQueryTests(string version)
{
    [OneTimeSetUp]
    public void Needs_that_Spark() => _ = Sparks.Required(version);

    [Test]
    public void A_constant_comes_back_typed_in_one_round_trip()
    {
        var engine = Sparks.Engine(version);
        var before = engine.Session.RoundTrips;
        Assert.That(Some.Rows(engine, "select 1 as one, 'a' as a, cast(2.50 as decimal(30,2)) as d"), Is.EqualTo(new object?[][] { [1, "a", new Plan.DecimalValue(250, 2)] }));
        Assert.That(engine.Session.RoundTrips - before, Is.EqualTo(1));
    }

    [Test]
    public void The_engine_says_its_version()
    {
        Assert.That(Sparks.Engine(version).SparkVersion, Is.EqualTo(version));
        Assert.That(Sparks.Engine(version).Description, Does.StartWith($"Apache Spark {version}, local[2]"));
    }
}
