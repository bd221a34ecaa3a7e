using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Sql;

/// <summary>
/// An error of a query. <see cref="ErrorClass"/> is Spark's own error class, such as <c>DIVIDE_BY_ZERO</c> or
/// <c>DATATYPE_MISMATCH.BINARY_OP_DIFF_TYPES</c>, whatever engine ran the query.
/// </summary>
public abstract class SparkSqlException : SparkEtlException
{
    private protected SparkSqlException(string errorClass, string message, Exception? innerException)
        : base(message, innerException)
    {
        ErrorClass = errorClass;
    }

    /// <summary>Spark's error class.</summary>
    public string ErrorClass { get; }
}
