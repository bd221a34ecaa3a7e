using System.Globalization;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Warehouse.Servers;

namespace SparkEtl.Driver.Runs.Writers;

/// <summary>How Spark's tasks connect to Postgres.</summary>
internal static class PostgresWay
{
    private const string Driver = "org.postgresql.Driver";
    private const int ConnectSeconds = 10;

    /// <summary>The way.</summary>
    /// <param name="address">The server.</param>
    /// <param name="application">What the connections call themselves.</param>
    public static DatabaseWay Of(ServerAddress address, string application)
    {
        var host = address.Host.Contains(':', StringComparison.Ordinal) ? $"[{address.Host.Trim('[', ']')}]" : address.Host;
        (string Key, string Value)[] parameters =
        [
            ("ApplicationName", application),
            ("connectTimeout", ConnectSeconds.ToString(CultureInfo.InvariantCulture)),
            ("tcpKeepAlive", "true"),
            ("reWriteBatchedInserts", "true"),

            // The server reads a text as the type that its column has.
            ("stringtype", "unspecified"),

            // Else its errors hold the rows.
            ("logServerErrorDetail", "false"),
            .. Encryption(address),
        ];
        var url = string.Create(CultureInfo.InvariantCulture, $"jdbc:postgresql://{host}:{address.Port}/{Uri.EscapeDataString(address.Database)}");
        return new DatabaseWay(
            Driver,
            $"{url}?{string.Join('&', parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"))}",
            [new("user", address.Username), new("password", address.Password.Reveal())]);
    }

    private static (string Key, string Value)[] Encryption(ServerAddress address) => (address.Tls, address.Ca) switch
    {
        (false, _) => [("sslmode", "disable")],
        (true, { } ca) => [("sslmode", "verify-full"), ("sslrootcert", ca)],

        // The driver's own factory looks for a file of the user's; Java has authorities of its own.
        (true, null) => [("sslmode", "verify-full"), ("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory")],
        (null, _) => [("sslmode", "prefer")],
    };
}
