using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Engines.DuckDb;

namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>The suite on the embedded engine.</summary>
public sealed class ConformanceTests : ConformanceSuite, IDisposable
{
    private readonly DuckDbEngine engine = new(new DuckDbEngineOptions());

    protected override IReadOnlyList<string> Refused => RefusedQueries.Committed;

    [Test]
    public void The_list_of_refusals_only_shrinks() => Assert.That(RefusedQueries.Committed, Has.Count.LessThanOrEqualTo(RefusedQueries.Most));

    public void Dispose() => engine.Dispose();

    private protected override IEngine Engine() => engine;
}
