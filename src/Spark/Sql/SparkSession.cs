using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Sql;

/// <summary>The way in: reads data, makes frames, knows views and settings, and owns the engine that runs queries.</summary>
public sealed partial class SparkSession : IDisposable
{
    private readonly RuntimeConfig conf;

    internal SparkSession(SessionState state, SparkContext context)
    {
        State = state;
        SparkContext = context;
        conf = new RuntimeConfig(context.GetConf().Settings);
        Views = new ViewRegistry();
        Tables = new SessionTables(state, Views);
        Runner = new QueryRunner(state);
        Catalog = new Catalog.Catalog(this);
    }

    /// <summary>What the session runs under.</summary>
    public SparkContext SparkContext { get; }

    /// <summary>The tables, views and functions that the session knows.</summary>
    public Catalog.Catalog Catalog { get; }

    /// <summary>The engine that runs queries, with its version: <c>DuckDB 1.5.6, embedded</c>.</summary>
    public string EngineDescription => Engine.Description;

    internal SessionState State { get; }

    internal IEngine Engine => State.Engine;

    internal ViewRegistry Views { get; }

    internal SessionTables Tables { get; }

    internal QueryRunner Runner { get; }

    /// <summary>Binds queries that stand in expressions.</summary>
    internal QueryBinder Queries => new(Tables);

    /// <summary>Stops the session; see <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    /// <summary>Stops the session, and those made of it by <see cref="NewSession"/>: the engine ends, kept rows go.</summary>
    public void Stop()
    {
        State.Stop();
        SessionRegistry.Forget(State);
    }

    /// <summary>The session's settings.</summary>
    public RuntimeConfig Conf() => conf;

    /// <summary>A session with settings and views of its own over the same engine.</summary>
    public SparkSession NewSession()
    {
        var copy = new SparkConf();
        foreach (var (key, value) in SparkContext.GetConf().GetAll())
        {
            copy.Set(key, value);
        }

        return new SparkSession(State, new SparkContext(copy));
    }

    /// <summary>The version of Spark whose meaning the engine keeps to, such as <c>3.5.9</c>.</summary>
    public string Version() => Engine.SparkVersion;

    /// <summary>The table or view of a name.</summary>
    /// <param name="tableName">Such as <c>claims</c>, <c>global_temp.claims</c>.</param>
    /// <exception cref="AnalysisException">There is none.</exception>
    public DataFrame Table(string tableName) => new(this, Queries.Bind(new TableSyntax(SparkSqlParser.ParseTableName(tableName))));

    /// <summary>A query written as Spark SQL over the session's views and tables.</summary>
    /// <param name="sqlText">One SELECT, with or without WITH.</param>
    /// <exception cref="AnalysisException">The text is no query, or names what does not exist; the message points at the character.</exception>
    public DataFrame Sql(string sqlText) => new(this, Queries.Bind(SparkSqlParser.ParseQuery(sqlText)));

    /// <summary>Refused: commands of a database outside of Spark.</summary>
    /// <param name="runner">A class of Spark that runs them.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">Options of the runner.</param>
    /// <exception cref="RefusedException">Always.</exception>
    public DataFrame ExecuteCommand(string runner, string command, Dictionary<string, string> options) =>
        throw new RefusedException("SparkSession.ExecuteCommand", "it needs a class in the JVM. Send the command with a client of that database.");

    /// <summary>Reads data from outside.</summary>
    public DataFrameReader Read() => new(this);

    /// <summary>The numbers 0 to <paramref name="end"/> - 1 in a column <c>id</c>.</summary>
    /// <param name="end">The first number that is not in it.</param>
    public DataFrame Range(long end) => Range(0, end);

    /// <summary>The numbers from start to end - 1 in a column <c>id</c>.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The first number that is not in it.</param>
    public DataFrame Range(long start, long end) => Range(start, end, 1);

    /// <summary>The numbers from start on, before end, in a column <c>id</c>.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">Where it ends; not included.</param>
    /// <param name="step">From one number to the next; negative to go down.</param>
    public DataFrame Range(long start, long end, long step) => Range(start, end, step, null);

    /// <inheritdoc cref="Range(long, long, long)"/>
    public DataFrame Range(long start, long end, long step, int numPartitions) => Range(start, end, step, (int?)numPartitions);

    /// <summary>What <see cref="DataFrame.Observe"/> under that name counted in the last action that passed it.</summary>
    /// <param name="name">The name given to Observe.</param>
    /// <returns>A row with a column for each metric.</returns>
    /// <exception cref="QueryException">No action has passed it.</exception>
    public Row ObservedMetrics(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Runner.Observed(name) ?? throw new QueryException(
            "OBSERVED_METRICS_MISSING",
            $"Nothing was observed as '{name}': no action has passed a frame observed under that name. Observed: "
            + $"{(Runner.ObservedNames.Any() ? string.Join(", ", Runner.ObservedNames) : "nothing")}.");
    }

    private DataFrame Range(long start, long end, long step, int? partitions) => step != 0
        ? new(this, new RangeData(start, end, step, partitions, Attribute.New("id", SqlTypes.Long, nullable: false)))
        : throw new AnalysisException("INVALID_PARAMETER_VALUE", "The step of a range cannot be zero.");
}
