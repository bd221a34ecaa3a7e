using SparkEtl.EndToEnd.Spark.Tests.Clusters;

namespace SparkEtl.EndToEnd.Spark.Tests;

/// <summary>Ends the JVMs and the clusters after all tests.</summary>
[SetUpFixture]
internal sealed class EndOfTests
{
    [OneTimeTearDown]
    public void Stop()
    {
        Sparks.Stop();
        YarnCluster.Stop();
        StandaloneCluster.Stop();
    }
}
