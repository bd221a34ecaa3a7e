using SparkEtl.Utils.Errors;

namespace SparkEtl.DuckDb;

/// <summary>
/// An error DuckDB reported. The message is DuckDB's own, kind first (<c>Binder Error: ...</c>) and where it knows it with the line of
/// the SQL text. When the cause was an exception thrown by a function written in C#, that exception is the inner one.
/// </summary>
public sealed class DuckDbException : SparkEtlException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">DuckDB's message.</param>
    /// <param name="type">DuckDB's kind of error.</param>
    /// <param name="innerException">The exception of a callback that caused it.</param>
    public DuckDbException(string message, DuckDbErrorType type, Exception? innerException = null)
        : base(message, innerException) => Type = type;

    /// <summary>DuckDB's kind of error.</summary>
    public DuckDbErrorType Type { get; }

    /// <summary>The message without its kind: for an error raised by a function written in C#, exactly what that function said.</summary>
    public string Detail => DuckDbErrorKinds.Detail(Message);
}
