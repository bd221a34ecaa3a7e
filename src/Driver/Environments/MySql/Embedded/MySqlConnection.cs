using System.Data.Common;
using System.Globalization;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments.MySql.Embedded;

/// <summary>One connection by the ADO.NET driver. All that it reads is of one moment: the moment of the first query.</summary>
internal sealed class MySqlConnection : IDisposable
{
    private const int ConnectSeconds = 10;
    private const int Unreachable = 1042;
    private const int FirstOfClient = 2000;
    private const int LastOfClient = 2999;
    private const string ServerCode = "Server Error Code";

    // Instants come in UTC whatever the server's own time zone is.
    private static readonly string[] Beginning =
        ["SET time_zone = '+00:00'", "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ", "START TRANSACTION WITH CONSISTENT SNAPSHOT"];

    private readonly DbConnection connection;
    private readonly EnvironmentConfiguration configuration;

    private MySqlConnection(DbConnection connection, EnvironmentConfiguration configuration) => (this.connection, this.configuration) = (connection, configuration);

    /// <summary>Connects.</summary>
    /// <exception cref="DatabaseException">The server cannot be reached or refuses.</exception>
    public static MySqlConnection Open(MySqlSourceOptions source, EnvironmentConfiguration configuration)
    {
        var factory = MySqlProvider.Find() ?? throw new DriverException("This build has no ADO.NET driver for MySQL; run with --engine spark.");
        var made = new MySqlConnection(factory.CreateConnection()!, configuration);
        try
        {
            made.connection.ConnectionString = Address(factory, source, configuration);
            made.Try(() =>
            {
                made.connection.Open();
                foreach (var statement in Beginning)
                {
                    using var command = made.Command(statement);
                    command.ExecuteNonQuery();
                }

                return true;
            });
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>The rows of a query whose columns are texts.</summary>
    /// <exception cref="DatabaseException">The server refuses, or the connection broke.</exception>
    public IReadOnlyList<string?[]> Ask(string query)
    {
        using var texts = Read(query);
        var rows = new List<string?[]>();
        while (texts.Next() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The rows of a query whose columns are texts, as they come.</summary>
    /// <exception cref="DatabaseException">The server refuses, or the connection broke.</exception>
    public MySqlTexts Read(string query)
    {
        var command = Command(query);
        try
        {
            return new MySqlTexts(this, command, Try(command.ExecuteReader));
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    /// <summary>Runs a call of the driver.</summary>
    /// <exception cref="DatabaseException">It failed.</exception>
    public T Try<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (e is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            var code = e.Data[ServerCode] is { } number ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : 0;

            // Numbers of the client's own are not the server's.
            code = code is Unreachable or (>= FirstOfClient and <= LastOfClient) ? 0 : code;
            var cause = e.GetBaseException();
            var words = ReferenceEquals(cause, e) || e.Message.Contains(cause.Message, StringComparison.Ordinal) ? e.Message : $"{e.Message.TrimEnd('.')}: {cause.Message}";
            throw new DatabaseException((e as DbException)?.SqlState, code, configuration.Masker.Mask(words.Split('\n')[0].Trim()));
        }
    }

    public void Dispose() => connection.Dispose();

    private DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 0;
        return command;
    }

    // The only text with the password; it stays in memory.
    private static string Address(DbProviderFactory factory, MySqlSourceOptions source, EnvironmentConfiguration configuration)
    {
        var builder = factory.CreateConnectionStringBuilder() ?? [];
        builder["Server"] = source.Host;
        builder["Port"] = source.Port;
        builder["Database"] = source.Database;
        builder["User ID"] = source.Username;
        builder["Password"] = source.Password.Reveal();
        builder["SslMode"] = source.Tls switch
        {
            true => "VerifyFull",
            false => "None",
            null => "Preferred",
        };
        if (source.Tls == true && source.Ca is { } ca)
        {
            builder["SslCa"] = configuration.Resolve(ca);
        }

        builder["Connection Timeout"] = ConnectSeconds;
        builder["Pooling"] = false;

        // A text of 36 characters is a text.
        builder["GuidFormat"] = "None";
        return builder.ConnectionString;
    }
}
