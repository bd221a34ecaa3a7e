using System.Globalization;
using Npgsql;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Warehouse.Servers;

/// <summary>Where a server is and who connects to it.</summary>
/// <param name="Product">Postgres or Redshift.</param>
/// <param name="Host">The server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Database">The database.</param>
/// <param name="Username">The user.</param>
/// <param name="Password">The user's password.</param>
/// <param name="Tls">true: encrypted and verified; false: not encrypted; null: encrypted where the server offers it.</param>
/// <param name="Schema">The schema of the results.</param>
/// <param name="Ca">The path of the certificates of the authority that the server's comes from; null for those that the machine trusts.</param>
internal sealed record ServerAddress(string Product, string Host, int Port, string Database, string Username, Secret Password, bool? Tls, string Schema, string? Ca = null)
{
    // A run waits minutes for its own query between two batches; a dead server must be noticed all the same.
    private const int KeepAliveSeconds = 60;

    /// <summary>The address that options give; the schema is public where they name none.</summary>
    public static ServerAddress Of(ServerTargetOptions options) => new(
        options is RedshiftTargetOptions ? "Redshift" : "Postgres",
        options.Host, options.Port, options.Database, options.Username, options.Password, options.Tls, options.Schema ?? "public");

    /// <summary>The server as errors name it.</summary>
    public string Server => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    public override string ToString() => $"{Product} {Server}/{Database}, schema {Schema}";

    /// <summary>The only text with the password; it stays in memory. The connection is the run's own, never a pooled one: it holds locks.</summary>
    public NpgsqlConnectionStringBuilder Connection() => new()
    {
        Host = Host,
        Port = Port,
        Database = Database,
        Username = Username,
        Password = Password.Reveal(),
        SslMode = Tls switch
        {
            true => SslMode.VerifyFull,
            false => SslMode.Disable,
            null => SslMode.Prefer,
        },
        RootCertificate = Ca,
        GssEncryptionMode = GssEncryptionMode.Disable,
        ApplicationName = "sparketl",
        Pooling = false,
        Enlist = false,
        CommandTimeout = 0,
        TcpKeepAlive = true,
        TcpKeepAliveTime = KeepAliveSeconds,
        TcpKeepAliveInterval = KeepAliveSeconds / 6,
    };
}
