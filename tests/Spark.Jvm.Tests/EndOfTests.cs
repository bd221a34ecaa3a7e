using SparkEtl.Spark.Jvm.Tests;

namespace SparkEtl.Spark;

/// <summary>Ends the JVMs after all tests, those of the shared suites too, whose namespace is another.</summary>
[SetUpFixture]
internal sealed class EndOfTests
{
    [OneTimeTearDown]
    public void Stop()
    {
        Sparks.Stop();
    }
}
