using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Engines.Jvm.Databases;

/// <summary>A database could not be asked: no driver, no connection, or the server refused.</summary>
internal sealed class DatabaseException : SparkEtlException
{
    /// <summary>Creates the error of a server or driver.</summary>
    public DatabaseException(string? sqlState, int code, string message)
        : base(message)
    {
        SqlState = sqlState;
        Code = code;
    }

    /// <summary>Whether none of the drivers is on the class path.</summary>
    public bool HasNoDriver { get; init; }

    /// <summary>The state as SQL numbers it; null when the driver gave none.</summary>
    public string? SqlState { get; }

    /// <summary>The server's own number of the error; 0 when it was not the server that refused.</summary>
    public int Code { get; }
}
