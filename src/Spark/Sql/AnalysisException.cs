namespace SparkEtl.Spark.Sql;

/// <summary>A query that cannot be planned: an unknown column, types that do not fit, a text that is not SQL. Raised at the call that wrote it.</summary>
public sealed class AnalysisException : SparkSqlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="errorClass">Spark's error class.</param>
    /// <param name="message">What was found, what was expected, where.</param>
    /// <param name="innerException">The cause, if another component raised it.</param>
    public AnalysisException(string errorClass, string message, Exception? innerException = null)
        : base(errorClass, message, innerException)
    {
    }
}
