using System.Globalization;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Engines.Jvm;
using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.Spark.Sql;

/// <summary>Collects the settings of a session; <see cref="GetOrCreate"/> makes it.</summary>
public sealed class Builder
{
    /// <summary>The setting that chooses the engine: <c>duckdb</c>, the embedded one and the default, or <c>spark</c>, Apache Spark.</summary>
    public const string EngineKey = "sparketl.engine";

    /// <summary>The setting of the embedded engine's memory, such as <c>8GB</c>; four fifths of the machine's when it is not set.</summary>
    public const string MemoryKey = "sparketl.duckdb.memory";

    /// <summary>The setting of the embedded engine's threads; as many as processors when it is not set.</summary>
    public const string ThreadsKey = "sparketl.duckdb.threads";

    /// <summary>The setting of the folder for what does not fit the embedded engine's memory.</summary>
    public const string TempDirectoryKey = "sparketl.duckdb.temp_directory";

    private readonly SparkConf conf = new();
    private Action<string>? onStatement;
    private Action<double>? onProgress;
    private Action<string>? onLog;
    private CancellationToken cancellation;

    internal Builder()
    {
    }

    /// <summary>Which cluster Spark uses: <c>local[*]</c>, <c>yarn</c>, <c>spark://host:7077</c>. The embedded engine uses none.</summary>
    /// <param name="master">The master's URL.</param>
    public Builder Master(string master) => Config("spark.master", master);

    /// <summary>The name of the application.</summary>
    /// <param name="appName">A name.</param>
    public Builder AppName(string appName) => Config("spark.app.name", appName);

    /// <summary>Sets a value.</summary>
    /// <param name="key">A key such as <c>spark.sql.shuffle.partitions</c>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="RefusedException">The meaning of queries depends on it and the value is another than the fixed one.</exception>
    public Builder Config(string key, string value)
    {
        conf.Set(key, value);
        return this;
    }

    /// <inheritdoc cref="Config(string, string)"/>
    public Builder Config(string key, bool value) => Config(key, value ? "true" : "false");

    /// <inheritdoc cref="Config(string, string)"/>
    public Builder Config(string key, double value) => Config(key, value.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Config(string, string)"/>
    public Builder Config(string key, long value) => Config(key, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes all values of other settings.</summary>
    /// <param name="conf">The other settings.</param>
    public Builder Config(SparkConf conf)
    {
        ArgumentNullException.ThrowIfNull(conf);
        foreach (var (key, value) in conf.GetAll())
        {
            Config(key, value);
        }

        return this;
    }

    /// <summary>Refused: there is no Hive metastore.</summary>
    /// <exception cref="RefusedException">Always.</exception>
    public Builder EnableHiveSupport() =>
        throw new RefusedException("Builder.EnableHiveSupport", "there is no Hive metastore. Read files, or a database by JDBC.");

    /// <summary>Is told the text of each statement before the engine runs it. Only of a session that is made, not of one in use.</summary>
    /// <param name="listener">Called from the thread that runs the query.</param>
    public Builder OnStatement(Action<string> listener)
    {
        onStatement = listener;
        return this;
    }

    /// <summary>Is told how much of a running statement is done, 0 to 1. Only of a session that is made, not of one in use.</summary>
    /// <param name="listener">Called from a thread of its own.</param>
    public Builder OnProgress(Action<double> listener)
    {
        onProgress = listener;
        return this;
    }

    /// <summary>Is told each line that the JVM of Apache Spark logs.</summary>
    internal Builder OnLog(Action<string> listener)
    {
        onLog = listener;
        return this;
    }

    /// <summary>Stops every query of the session when it is cancelled. Only of a session that is made, not of one in use.</summary>
    /// <param name="token">A token.</param>
    public Builder Cancellation(CancellationToken token)
    {
        cancellation = token;
        return this;
    }

    /// <summary>The session in use with these settings set on it, or a new one, which is then the one in use and the default one.</summary>
    /// <exception cref="RefusedException">There is no such engine.</exception>
    public SparkSession GetOrCreate()
    {
        if (SessionRegistry.Current is { } existing)
        {
            foreach (var (key, value) in conf.GetAll())
            {
                existing.Conf().Set(key, value);
            }

            return existing;
        }

        var engine = NewEngine();
        conf.Settings.OnChange = engine.Configure;
        var session = new SparkSession(new SessionState(engine, cancellation), new SparkContext(conf));
        SessionRegistry.Active = session;
        SessionRegistry.Default ??= session;
        return session;
    }

    private IEngine NewEngine() => conf.Get(EngineKey, "duckdb") switch
    {
        "duckdb" => NewEmbedded(),
        "spark" => NewSpark(),
        var other => throw new RefusedException(
            $"The engine '{other}'", $"set {EngineKey} to duckdb, the engine inside of this process, or to spark, Apache Spark."),
    };

    private DuckDbEngine NewEmbedded() => new(new DuckDbEngineOptions
    {
        Memory = Given(MemoryKey),
        Threads = Given(ThreadsKey) is null ? null : conf.GetInt(ThreadsKey, 0),
        TempDirectory = Given(TempDirectoryKey),
        OnStatement = onStatement,
        OnProgress = onProgress,
    });

    // What Spark's own launcher takes from the settings for the driver's JVM, before there is a session.
    private JvmEngine NewSpark() => new(
        new JvmEngineOptions
        {
            Driver = new DriverOptions
            {
                SparkHome = Given("spark.home"),
                Memory = Given("spark.driver.memory") ?? "1g",
                JavaOptions = (Given("spark.driver.extraJavaOptions") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                Jars = (Given("spark.driver.extraClassPath") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
                OnLog = onLog,
            },
            Settings = conf.Settings.All,
            OnStatement = onStatement,
            OnProgress = onProgress,
        },
        cancellation);

    private string? Given(string key) => conf.Settings.TryGet(key);
}
