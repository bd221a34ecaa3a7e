namespace SparkEtl.Spark.Engines.Jvm.Gateway;

/// <summary>One error of a chain of causes in the JVM.</summary>
/// <param name="ClassName">Its class, such as <c>org.apache.spark.SparkArithmeticException</c>.</param>
/// <param name="Message">Its message; null when it has none.</param>
/// <param name="ErrorClass">Spark's error class; null for an error that is not Spark's, or has none.</param>
/// <param name="IsAnalysis">Whether it is an error of Spark's analysis.</param>
internal sealed record JavaCause(string ClassName, string? Message, string? ErrorClass, bool IsAnalysis);
