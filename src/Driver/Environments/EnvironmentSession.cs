using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SparkEtl.Processing.Pipelines;
using SparkEtl.Spark.Engines.Jvm;
using SparkEtl.Spark.Engines.Jvm.Sessions;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Spark.Sql;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Logging;

namespace SparkEtl.Driver.Environments;

/// <summary>An environment ready for work: its settings, its log, and a session on its engine.</summary>
internal sealed class EnvironmentSession : IDisposable
{
    private readonly ILoggerFactory loggers;
    private readonly Stack<IDisposable> owned = new();
    private DirectoryInfo? scratch;

    private EnvironmentSession(EnvironmentConfiguration configuration, ILoggerFactory loggers, ILogger log, SparkSession session)
    {
        Configuration = configuration;
        this.loggers = loggers;
        Log = log;
        Session = session;
    }

    public EnvironmentConfiguration Configuration { get; }

    public ILogger Log { get; }

    public SparkSession Session { get; }

    /// <summary>Loads the settings of an environment.</summary>
    /// <param name="pipelines">The pipelines whose sections the file may have.</param>
    /// <param name="request">Which environment.</param>
    /// <param name="machine">Where files and variables come from; this one when it is null.</param>
    public static EnvironmentConfiguration Load(PipelineCollection pipelines, EnvironmentRequest request, IMachine? machine = null) => ConfigurationLoader.Load(
        new ConfigurationRequest { File = request.File, Environment = request.Name, Overrides = request.Overrides },
        [.. pipelines.Select(p => new ConfigurationSection(p.Name, p.OptionsType) { NeedsSource = p.ReadsTables })],
        machine ?? new LocalMachine());

    /// <summary>Opens an environment, and says on which engine and why.</summary>
    /// <param name="pipelines">The pipelines whose sections the file may have.</param>
    /// <param name="request">Which environment.</param>
    /// <param name="onProgress">Told how much of a running statement is done; null for none.</param>
    /// <param name="cancellation">Stops every query.</param>
    public static EnvironmentSession Open(
        PipelineCollection pipelines, EnvironmentRequest request, Action<double>? onProgress, CancellationToken cancellation)
    {
        var configuration = Load(pipelines, request);
        var loggers = LogFactory.Create(configuration.Log, Console.Error, configuration.Masker, TimeProvider.System);
        var log = loggers.CreateLogger("sparketl");
        try
        {
            foreach (var note in configuration.Notes)
            {
                log.Warn(note);
            }

            EngineSupport.Require(configuration, SubmittedDriver.IsThere(Surroundings.OfThisProcess()));
            CertificateAuthority.Require(configuration);
            var session = EngineSettings.Apply(configuration, NewBuilder(configuration, log, onProgress, cancellation)).GetOrCreate();
            log.Info(
                $"engine {session.EngineDescription}",
                ("why", $"engine.kind {(configuration.Engine is DuckDbEngineOptions ? "duckdb" : "spark")}, {configuration.Origin("engine.kind")}"));
            return new EnvironmentSession(configuration, loggers, log, session);
        }
        catch
        {
            loggers.Dispose();
            throw;
        }
    }

    /// <summary>Ends something when the environment ends.</summary>
    public T Own<T>(T thing)
        where T : IDisposable
    {
        owned.Push(thing);
        return thing;
    }

    /// <summary>A folder of the run's own, for what is not kept.</summary>
    public string Scratch()
    {
        if (scratch is null)
        {
            var above = (Configuration.Engine as DuckDbEngineOptions)?.TempDirectory is { } folder ? Configuration.Resolve(folder) : Path.GetTempPath();
            scratch = Directory.CreateDirectory(Path.Combine(above, $"sparketl-{Guid.NewGuid():N}"));
            if (!OperatingSystem.IsWindows())
            {
                scratch.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }
        }

        return scratch.FullName;
    }

    public void Dispose()
    {
        if (Session.Engine is JvmEngine spark)
        {
            TellUse(spark.Session);
        }

        Session.Dispose();
        while (owned.TryPop(out var thing))
        {
            thing.Dispose();
        }

        scratch?.Delete(recursive: true);
        loggers.Dispose();
    }

    // How much of the time was ours and not Spark's: from the start of the process to the first action, and in all.
    private void TellUse(JvmSession spark)
    {
        using var process = Process.GetCurrentProcess();
        var running = TimeProvider.System.GetLocalNow() - process.StartTime;
        var before = spark.FirstAction is { } first ? running - Stopwatch.GetElapsedTime(first.At) - first.Awaited : running - spark.Awaited;
        Log.Debug(
            "what Spark was asked",
            ("round_trips", spark.RoundTrips),
            ("awaited_seconds", Math.Round(spark.Awaited.TotalSeconds, 3)),
            ("planning_seconds", Math.Round(before.TotalSeconds, 3)),
            ("own_seconds", Math.Round((running - spark.Awaited).TotalSeconds, 3)));
    }

    private static Builder NewBuilder(EnvironmentConfiguration configuration, ILogger log, Action<double>? onProgress, CancellationToken cancellation)
    {
        var builder = SparkSession.Builder().AppName($"sparketl {configuration.Name}").Cancellation(cancellation);
        if (configuration.Log.Sql)
        {
            builder.OnStatement(sql => log.Info(configuration.Masker.Mask(sql)));
        }

        if (onProgress is not null)
        {
            builder.OnProgress(onProgress);
        }

        return builder.OnLog(line => log.Debug(configuration.Masker.Mask(line)));
    }
}
