using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Jvm.Tests.Conformance;

/// <summary>The suite on stock Spark: the generated Spark SQL means what the query said.</summary>
[TestFixtureSource(typeof(Sparks), nameof(Sparks.Versions))]
public sealed class SparkConformanceTests(string version) : ConformanceSuite
{
    private protected override IEngine Engine() => Sparks.Engine(version);
}
