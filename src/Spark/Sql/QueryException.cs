namespace SparkEtl.Spark.Sql;

/// <summary>A query that was planned and failed on its data: an overflow, a division by zero, a text that is not a number.</summary>
public sealed class QueryException : SparkSqlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="errorClass">Spark's error class.</param>
    /// <param name="message">What was found, what was expected, where.</param>
    /// <param name="innerException">The cause, if another component raised it.</param>
    public QueryException(string errorClass, string message, Exception? innerException = null)
        : base(errorClass, message, innerException)
    {
    }
}
