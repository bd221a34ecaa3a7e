using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>The driver's JVM could not be started, or ended: there is no Spark or no fitting Java, or the process failed.</summary>
internal sealed class LaunchException(string message, Exception? innerException = null) : SparkEtlException(message, innerException);
