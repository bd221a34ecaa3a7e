using SparkEtl.Spark.Engines.Jvm;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>The server of an environment, asked through the driver in the JVM.</summary>
internal sealed class MySqlServer
{
    private const string Tables =
        "SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION";

    private readonly EnvironmentSession environment;
    private readonly IReadOnlyList<DatabaseWay> ways;

    /// <summary>Names the server; nothing is asked yet.</summary>
    /// <exception cref="DriverException">The settings are not those of a server.</exception>
    public MySqlServer(EnvironmentSession environment)
    {
        this.environment = environment;
        Options = (MySqlSourceOptions)environment.Configuration.Source!;
        ways = MySqlWays.Of(Options, environment.Configuration);
    }

    /// <summary>Its settings.</summary>
    public MySqlSourceOptions Options { get; }

    /// <summary>The way that was taken, and how much Spark does at once.</summary>
    public (DatabaseWay Way, int Parallelism) Connection
    {
        get
        {
            _ = Catalogue();
            return connection!.Value;
        }
    }

    private (DatabaseWay Way, int Parallelism)? connection;
    private IReadOnlyList<MySqlTable>? tables;

    /// <summary>The tables of the database that the user may see; asked once.</summary>
    /// <exception cref="DriverException">The server cannot be asked.</exception>
    public IReadOnlyList<MySqlTable> Catalogue() => tables ??=
    [
        .. Ask(Tables).GroupBy(r => r[0]!, StringComparer.Ordinal)
            .Select(t => new MySqlTable(t.Key, [.. t.Select(c => (c[1]!, c[2]!.ToLowerInvariant()))])),
    ];

    /// <summary>The rows of a query, as text.</summary>
    /// <exception cref="DriverException">The server cannot be asked.</exception>
    public IReadOnlyList<string?[]> Ask(string query)
    {
        try
        {
            var answer = Raw(query);
            return answer.Results[0];
        }
        catch (DatabaseException e)
        {
            throw new MySqlErrors(Options, environment.Configuration).Explain(e);
        }
    }

    /// <summary>What a query answers, or the server's own refusal.</summary>
    /// <exception cref="DatabaseException">The server cannot be asked.</exception>
    public DatabaseAnswer Raw(string query)
    {
        var engine = environment.Session.Engine as JvmEngine
            ?? throw new DriverException("MySQL is read by the engine spark; run with --engine spark.");
        var answer = DatabaseQuestions.Ask(engine.Session, ways, query);
        connection = (answer.Way, answer.Parallelism);
        return answer;
    }
}
