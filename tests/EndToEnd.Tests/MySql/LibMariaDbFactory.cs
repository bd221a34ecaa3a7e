using System.Data.Common;

namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>
/// An ADO.NET driver of the little that the program asks of one, over MariaDB's own library and a real server: it stands in for MySqlConnector,
/// whose settings it understands.
/// </summary>
internal sealed class LibMariaDbFactory : DbProviderFactory
{
    public static LibMariaDbFactory Instance { get; } = new();

    public override DbConnection CreateConnection() => new LibMariaDbConnection();

    public override DbConnectionStringBuilder CreateConnectionStringBuilder() => [];
}
