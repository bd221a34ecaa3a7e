using SparkEtl.Utils.Secrets;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>Where a gateway listens, on this machine, and what it asks of a connection.</summary>
/// <param name="Port">The port of the loopback address.</param>
/// <param name="Token">The secret that every connection starts with.</param>
internal sealed record GatewayEndpoint(int Port, Secret Token);
