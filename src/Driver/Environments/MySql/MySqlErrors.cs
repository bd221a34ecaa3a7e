using System.Globalization;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>Why MySQL cannot be asked, and what to do about it.</summary>
internal sealed class MySqlErrors(MySqlSourceOptions source, EnvironmentConfiguration configuration)
{
    private const int DatabaseDenied = 1044;
    private const int AccessDenied = 1045;
    private const int UnknownDatabase = 1049;
    private const int AccessDeniedWithoutPassword = 1698;
    private const int HostNotAllowed = 1130;

    private static readonly string[] EncryptionWords = ["ssl", "tls", "certificate", "certification", "handshake", "pkix", "trust anchor"];

    private string Server => string.Create(CultureInfo.InvariantCulture, $"MySQL at {source.Host}:{source.Port}");

    /// <summary>Whether a server answered at the address.</summary>
    public static bool WasReached(DatabaseException error) => !IsAboutEncryption(error) && (error.Code is > 0 or < 0 || IsAboutLogin(error));

    /// <summary>Whether it took user and password.</summary>
    public static bool LoggedIn(DatabaseException error) => error.Code is DatabaseDenied or UnknownDatabase;

    /// <summary>The error in one line.</summary>
    public DriverException Explain(DatabaseException error)
    {
        var words = error.Message.TrimEnd('.');
        return new DriverException(error switch
        {
            { HasNoDriver: true } =>
                $"{words}. Put mysql-connector-j-*.jar (MySQL's driver) or mariadb-java-client-*.jar (MariaDB's) into a folder and set SPARKETL_JDBC to it.",
            { Code: UnknownDatabase } => $"{Server} has no database '{source.Database}': {words}. Correct source.database ({Origin("database")}) or create it.",
            { Code: DatabaseDenied } =>
                $"{Server} does not let '{source.Username}' use the database '{source.Database}': {words}. Grant SELECT on it, or correct source.database ({Origin("database")}).",
            { Code: HostNotAllowed } => $"{Server} takes no connections from this machine: {words}. Let the server's administrator allow it for '{source.Username}'.",
            _ when IsAboutLogin(error) =>
                $"{Server} refused the user '{source.Username}': {words}. Correct source.username ({Origin("username")}) or source.password ({Origin("password")}).",
            _ when IsAboutEncryption(error) =>
                $"{Server} and this program found no encryption that both take: {words}. source.tls true ({Origin("tls")}) needs a certificate of the server "
                + $"for that name {(source.Ca is null ? "which Java trusts (source.ca names another authority)" : $"from the authority in source.ca ({Origin("ca")})")}; without the key, encryption is used where the server offers it.",
            { Code: 0 } => $"{Server} cannot be reached: {words}. Start the server, or correct source.host ({Origin("host")}) or source.port.",
            _ => $"{Server} refused a query: {words}. Give '{source.Username}' the right to SELECT from the tables of '{source.Database}'.",
        });
    }

    private static bool IsAboutLogin(DatabaseException error) =>
        error.Code is AccessDenied or AccessDeniedWithoutPassword || error.SqlState?.StartsWith("28", StringComparison.Ordinal) == true;

    private static bool IsAboutEncryption(DatabaseException error) =>
        (error.Code == 0 || error.SqlState?.StartsWith("08", StringComparison.Ordinal) == true) && EncryptionWords.Any(w => error.Message.Contains(w, StringComparison.OrdinalIgnoreCase));

    private string Origin(string key) => configuration.Origin($"source.{key}");
}
