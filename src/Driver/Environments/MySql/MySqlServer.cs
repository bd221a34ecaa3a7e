using SparkEtl.Driver.Environments.MySql.Embedded;
using SparkEtl.Spark.Engines.Jvm;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>The server of an environment, asked through the driver in the JVM, or the one of this process where the engine has no JVM.</summary>
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
        ways = MySqlWays.Of(Options, environment.Configuration, environment.Scratch);
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

    /// <summary>The connection without a JVM.</summary>
    /// <exception cref="DatabaseException">The server cannot be reached or refuses.</exception>
    public MySqlConnection Direct => direct ??= environment.Own(MySqlConnection.Open(Options, environment.Configuration));

    private MySqlConnection? direct;
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
            throw Explain(e);
        }
    }

    /// <summary>Why it cannot be asked, and what to do about it.</summary>
    public DriverException Explain(DatabaseException error) => new MySqlErrors(Options, environment.Configuration).Explain(error);

    /// <summary>A table by its name.</summary>
    /// <exception cref="DriverException">There is none.</exception>
    public MySqlTable Find(string name)
    {
        var tables = Catalogue();
        return tables.FirstOrDefault(t => t.Name == name)
            ?? tables.FirstOrDefault(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DriverException(
                $"There is no table {name} in the database '{Options.Database}' of MySQL at {Options.Host}, or '{Options.Username}' may not see it"
                + $"{NearestName.Clause(name, tables.Select(t => t.Name)).TrimEnd('?')}. "
                + (tables.Count == 0 ? "The database shows no table at all." : $"Its tables: {string.Join(", ", tables.Select(t => t.Name).Take(20))}.")
                + $" Correct source.database ({environment.Configuration.Origin("source.database")}), or grant SELECT on the table.");
    }

    /// <summary>What a query answers, or the server's own refusal.</summary>
    /// <exception cref="DatabaseException">The server cannot be asked.</exception>
    public DatabaseAnswer Raw(string query)
    {
        if (environment.Session.Engine is not JvmEngine engine)
        {
            return new DatabaseAnswer(new DatabaseWay(MySqlProvider.Name, string.Empty, []), 1, [Direct.Ask(query)]);
        }

        var answer = DatabaseQuestions.Ask(engine.Session, ways, query);
        connection = (answer.Way, answer.Parallelism);
        return answer;
    }
}
