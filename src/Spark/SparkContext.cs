using System.Globalization;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark;

/// <summary>
/// What a session runs under: its settings, its degree of parallelism, the description of its jobs. Making one starts nothing; the
/// engine is that of the session. What only means something on a cluster's machines is refused by name.
/// </summary>
public sealed class SparkContext
{
    /// <summary>The version of Spark whose meaning every engine keeps to.</summary>
    internal const string MeaningOfVersion = "3.5.9";

    /// <summary>The property under which Spark keeps the description of jobs.</summary>
    internal const string DescriptionKey = "spark.job.description";

    private static readonly string[] LogLevels = ["ALL", "DEBUG", "ERROR", "FATAL", "INFO", "OFF", "TRACE", "WARN"];

    private readonly SparkConf conf;
    private string? checkpointDirectory;

    /// <summary>Creates a context over settings.</summary>
    /// <param name="conf">The settings; later changes of the object count.</param>
    public SparkContext(SparkConf conf) => this.conf = conf ?? throw new ArgumentNullException(nameof(conf));

    /// <summary>Creates a context over empty settings.</summary>
    public SparkContext()
        : this(new SparkConf())
    {
    }

    /// <summary>Creates a context over settings, with a master and a name set in them.</summary>
    /// <param name="master">The master's URL.</param>
    /// <param name="appName">The application's name.</param>
    /// <param name="conf">The settings.</param>
    public SparkContext(string master, string appName, SparkConf conf)
        : this(conf)
    {
        conf.SetMaster(master).SetAppName(appName);
    }

    /// <summary>Creates a context with a master and a name.</summary>
    /// <param name="master">The master's URL.</param>
    /// <param name="appName">The application's name.</param>
    public SparkContext(string master, string appName)
        : this(master, appName, new SparkConf())
    {
    }

    /// <summary>Creates a context with a master, a name, and where Spark is installed on the workers.</summary>
    /// <param name="master">The master's URL.</param>
    /// <param name="appName">The application's name.</param>
    /// <param name="sparkHome">A directory.</param>
    public SparkContext(string master, string appName, string sparkHome)
        : this(master, appName, new SparkConf().SetSparkHome(sparkHome))
    {
    }

    /// <summary>How many tasks run at once: <c>spark.default.parallelism</c>, or the n of <c>local[n]</c>, or the machine's processors.</summary>
    public int DefaultParallelism
    {
        get
        {
            var master = conf.Get("spark.master", "local[*]");
            var local = master.StartsWith("local[", StringComparison.Ordinal) && master.EndsWith(']')
                && int.TryParse(master.AsSpan(6, master.Length - 7), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0
                ? n
                : master == "local" ? 1 : Environment.ProcessorCount;
            return conf.GetInt("spark.default.parallelism", local);
        }
    }

    /// <summary>What the jobs that follow are for, or null.</summary>
    internal string? JobDescription { get; private set; }

    /// <summary>The group of the jobs that follow, or null.</summary>
    internal string? JobGroup { get; private set; }

    /// <summary>Spark's own log level, or null when it was not set.</summary>
    internal string? LogLevel { get; private set; }

    /// <summary>The context of the session in use, or a new one over the settings when there is none.</summary>
    /// <param name="conf">The settings of a new context.</param>
    public static SparkContext GetOrCreate(SparkConf conf) => new(conf);

    /// <summary>The settings.</summary>
    public SparkConf GetConf() => conf;

    /// <summary>Spark's own log level. The embedded engine has no log of its own.</summary>
    /// <param name="logLevel">ALL, DEBUG, ERROR, FATAL, INFO, OFF, TRACE or WARN.</param>
    /// <exception cref="AnalysisException">It is none of these.</exception>
    public void SetLogLevel(string logLevel)
    {
        ArgumentNullException.ThrowIfNull(logLevel);
        LogLevel = Array.Find(LogLevels, l => l.Equals(logLevel, StringComparison.OrdinalIgnoreCase))
            ?? throw new AnalysisException(
                "INVALID_PARAMETER_VALUE", $"'{logLevel}' is not a log level, expected one of {string.Join(", ", LogLevels)}.");
    }

    /// <summary>Nothing by itself: it is the session that ends its engine.</summary>
    public void Stop()
    {
    }

    /// <summary>What the jobs that follow are for.</summary>
    /// <param name="value">A text for people.</param>
    public void SetJobDescription(string value)
    {
        JobDescription = value;
        conf.Settings.OnChange?.Invoke(DescriptionKey, value);
    }

    /// <summary>A group for the jobs that follow.</summary>
    /// <param name="groupId">The group's id.</param>
    /// <param name="description">A text for people.</param>
    /// <param name="interruptOnCancel">Whether cancelling the group interrupts Spark's threads.</param>
    public void SetJobGroup(string groupId, string description, bool interruptOnCancel = false)
    {
        JobGroup = groupId;
        SetJobDescription(description);
    }

    /// <summary>The jobs that follow are in no group.</summary>
    public void ClearJobGroup()
    {
        JobGroup = null;
        JobDescription = null;
    }

    /// <summary>Refused: files for the machines of a cluster.</summary>
    /// <param name="path">A file.</param>
    /// <param name="recursive">Whether a directory is taken with all it holds.</param>
    /// <exception cref="RefusedException">Always.</exception>
    public void AddFile(string path, bool recursive = false) =>
        throw new RefusedException("SparkContext.AddFile", "no code of yours runs on a cluster's machines. Give files to spark-submit with --files.");

    /// <summary>The files added: none.</summary>
    public IEnumerable<string> ListFiles() => [];

    /// <summary>Refused: archives for the machines of a cluster.</summary>
    /// <param name="path">An archive.</param>
    /// <exception cref="RefusedException">Always.</exception>
    public void AddArchive(string path) =>
        throw new RefusedException("SparkContext.AddArchive", "no code of yours runs on a cluster's machines. Give archives to spark-submit with --archives.");

    /// <summary>The archives added: none.</summary>
    public IEnumerable<string> ListArchives() => [];

    /// <summary>Where <see cref="DataFrame"/>.Checkpoint keeps rows on a cluster. The embedded engine keeps them itself.</summary>
    /// <param name="directory">A directory that every machine reaches.</param>
    public void SetCheckpointDir(string directory) => checkpointDirectory = directory ?? throw new ArgumentNullException(nameof(directory));

    /// <summary>The directory of <see cref="SetCheckpointDir"/>; empty when it was not set.</summary>
    public string GetCheckpointDir() => checkpointDirectory ?? string.Empty;

    /// <summary>The version of Spark whose meaning the engine keeps to, such as <c>3.5.9</c>.</summary>
    public string Version() => MeaningOfVersion;
}
