using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>A statement.</summary>
internal sealed class LibMariaDbCommand(LibMariaDbConnection connection) : DbCommand
{
    [AllowNull]
    public override string CommandText { get; set; } = string.Empty;

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => throw new NotSupportedException();

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery()
    {
        var result = connection.Send(CommandText);
        if (result != 0)
        {
            LibMariaDb.FreeResult(result);
        }

        return 0;
    }

    public override object? ExecuteScalar() => throw new NotSupportedException();

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => throw new NotSupportedException();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new LibMariaDbReader(connection, connection.Send(CommandText));
}
