using SparkEtl.Spark.Engines.Jvm.Gateway;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>A driver's JVM with a gateway that listens: one that this program started, or the one that started this program.</summary>
internal interface IDriver : IDisposable
{
    /// <summary>Where its gateway listens.</summary>
    GatewayEndpoint Endpoint { get; }

    /// <summary>What to raise for a connection that failed: the end of the JVM, when that is why.</summary>
    Exception Explain(GatewayException error);
}
