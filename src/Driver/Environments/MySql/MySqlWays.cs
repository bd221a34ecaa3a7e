using System.Buffers;
using System.Globalization;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>How MySQL and MariaDB are connected to: by MySQL's own driver where it is there, else by MariaDB's.</summary>
internal static class MySqlWays
{
    private const string MySqlDriver = "com.mysql.cj.jdbc.Driver";
    private const string MariaDbDriver = "org.mariadb.jdbc.Driver";
    private const string ConnectMilliseconds = "10000";

    private static readonly SearchValues<char> NotInHosts = SearchValues.Create("/@?;, ");

    /// <summary>The ways, in the order they are tried.</summary>
    /// <param name="source">The server.</param>
    /// <param name="configuration">The settings it is of.</param>
    /// <param name="scratch">Makes a folder of the run's own.</param>
    /// <exception cref="DriverException">The host is not the name or address of one.</exception>
    public static IReadOnlyList<DatabaseWay> Of(MySqlSourceOptions source, EnvironmentConfiguration configuration, Func<string> scratch)
    {
        if (source.Host.AsSpan().ContainsAny(NotInHosts))
        {
            throw new DriverException(
                $"source.host ({configuration.Origin("source.host")}) is {configuration.Masker.Mask(source.Host)}, expected the name or address of a server and nothing else. "
                + "Write host, port and database as keys of their own. An address such as jdbc:mariadb://... is never taken: with it Spark reads the names of columns in place of their values.");
        }

        var host = source.Host.Contains(':', StringComparison.Ordinal) ? $"[{source.Host.Trim('[', ']')}]" : source.Host;
        var address = string.Create(CultureInfo.InvariantCulture, $"jdbc:mysql://{host}:{source.Port}/{Uri.EscapeDataString(source.Database)}");
        KeyValuePair<string, string>[] common =
        [
            new("user", source.Username),
            new("password", source.Password.Reveal()),
            new("connectTimeout", ConnectMilliseconds),
            new("tinyInt1isBit", "true"),
            new("yearIsDateType", "false"),
            new("connectionTimeZone", "UTC"),

            // What the server stores as an instant is then told in UTC, whatever its own time zone is.
            new("sessionVariables", "time_zone='+00:00'"),
        ];
        IEnumerable<KeyValuePair<string, string>> mySqlTrust = source is { Tls: true, Ca: { } store } ? MySqlTrust.OfMySql(configuration, store, scratch()) : [];
        IEnumerable<KeyValuePair<string, string>> mariaDbTrust = source is { Tls: true, Ca: { } inline } ? MySqlTrust.OfMariaDb(configuration, inline) : [];

        // Both drivers have the server prepare the statements: as text it writes six digits of a float, as a number all of them.
        DatabaseWay MySql(string tls) => new(
            MySqlDriver, address, [.. common, .. mySqlTrust, new("sslMode", tls), new("useCursorFetch", "true"), new("zeroDateTimeBehavior", "CONVERT_TO_NULL")]);
        DatabaseWay MariaDb(string tls) => new(MariaDbDriver, address + "?permitMysqlScheme=true", [.. common, .. mariaDbTrust, new("sslMode", tls), new("useServerPrepStmts", "true")]);
        return source.Tls switch
        {
            true => [MySql("VERIFY_IDENTITY"), MariaDb("verify-full")],
            false => [MySql("DISABLED"), MariaDb("disable")],

            // MariaDB's driver knows no way that takes both.
            null => [MySql("PREFERRED"), MariaDb("trust"), MariaDb("disable")],
        };
    }
}
