using SparkEtl.DuckDb;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>DuckDB's errors as Spark's: by what raised them, else by their kind and words.</summary>
internal static class DuckDbErrors
{
    /// <summary>The error to raise for one of DuckDB's.</summary>
    /// <param name="error">DuckDB's error.</param>
    /// <param name="sql">The statement that was run.</param>
    public static Exception Translate(DuckDbException error, string sql)
    {
        if (error.InnerException is SparkSqlException ours)
        {
            return ours is QueryException ? new QueryException(ours.ErrorClass, ours.Message, error) : ours;
        }

        var message = error.Detail;
        return error.Type switch
        {
            _ when Has(message, "More than one row returned by a subquery") => new QueryException(
                "SCALAR_SUBQUERY_TOO_MANY_ROWS", "A subquery used as a value gave more than one row.", error),
            DuckDbErrorType.DivideByZero => new QueryException("DIVIDE_BY_ZERO", "Division by zero. Use try_divide to get null instead.", error),
            DuckDbErrorType.OutOfRange or DuckDbErrorType.Conversion or DuckDbErrorType.Decimal => new QueryException(ClassOf(message), FirstLine(message), error),
            DuckDbErrorType.OutOfMemory => new QueryException(
                "OUT_OF_MEMORY", $"The embedded engine ran out of memory: {FirstLine(message)} Raise engine.memory, or give it an engine.temp_directory.", error),
            DuckDbErrorType.Io or DuckDbErrorType.Permission or DuckDbErrorType.Http => new QueryException("FAILED_READ_FILE", message, error),
            DuckDbErrorType.InvalidInput when Has(message, "CSV") => new QueryException("MALFORMED_RECORD_IN_PARSING", message, error),
            DuckDbErrorType.InvalidInput when Has(message, "parquet") || Has(message, "JSON") || Has(message, "file") =>
                new QueryException("FAILED_READ_FILE", message, error),
            _ => new DefectException($"The embedded engine refused a statement of ours: {message}\nThe statement: {sql}", error),
        };
    }

    private static string ClassOf(string message) =>
        Has(message, "Overflow in") || Has(message, "overflow") ? "ARITHMETIC_OVERFLOW"
        : Has(message, "DECIMAL") ? "NUMERIC_VALUE_OUT_OF_RANGE"
        : Has(message, "out of range") ? "CAST_OVERFLOW"
        : Has(message, "Could not convert") || Has(message, "invalid") ? "CAST_INVALID_INPUT"
        : "ARITHMETIC_OVERFLOW";

    private static string FirstLine(string message) => message.Split('\n')[0];

    private static bool Has(string message, string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
}
