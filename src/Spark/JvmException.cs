using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark;

/// <summary>
/// What the JVM itself said of an error, as the inner exception of the error raised. Errors of queries are
/// <see cref="Sql.SparkSqlException"/>s whatever engine runs them.
/// </summary>
public class JvmException : SparkEtlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">The JVM's message and stack trace.</param>
    public JvmException(string message)
        : base(message)
    {
    }
}
