using System.Data.Common;

namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>An error of the server or of the library, told as MySqlConnector tells it.</summary>
internal sealed class LibMariaDbException : DbException
{
    public LibMariaDbException(int code, string? sqlState, string message)
        : base(message)
    {
        SqlState = sqlState;
        Data["Server Error Code"] = code;
    }

    public override string? SqlState { get; }
}
