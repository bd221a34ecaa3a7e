using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>The connection to the driver's JVM failed: it is gone, refuses the token, or said what no gateway says.</summary>
internal sealed class GatewayException(string message, Exception? innerException = null) : SparkEtlException(message, innerException)
{
    public override bool IsTransient => true;
}
