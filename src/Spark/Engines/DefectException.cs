namespace SparkEtl.Spark.Engines;

/// <summary>
/// A mistake of this project, not of its user: the engine does not agree with the plan, or refuses the SQL that was generated. Exit code 2.
/// </summary>
internal sealed class DefectException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);
