using SparkEtl.Driver.Environments.MySql.Embedded;
using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments;

/// <summary>Which engine reads which source and writes which target: one table, also in docs/engines.md.</summary>
internal static class EngineSupport
{

    /// <summary>The cells: engine, what it is about, its kind, and why it is refused (null when it is supported).</summary>
    public static IReadOnlyList<(string Engine, string Part, string Kind, string? Refusal)> Table { get; } =
    [
        ("duckdb", "source", "files", null),
        ("duckdb", "source", "mysql", "this build has no ADO.NET driver for MySQL; run with --engine spark, build with -p:MySqlConnector=VERSION, or land the tables as files (source.kind files)"),
        ("duckdb", "target", "duckdb", null),
        ("duckdb", "target", "postgres", null),
        ("duckdb", "target", "redshift", null),
        ("spark", "source", "files", null),
        ("spark", "source", "mysql", null),
        ("spark", "target", "duckdb", null),
        ("spark", "target", "postgres", null),
        ("spark", "target", "redshift", null),
    ];

    /// <summary>Refuses what the environment's engine cannot do, all of it at once.</summary>
    /// <param name="configuration">The environment.</param>
    /// <param name="isSubmitted">Whether spark-submit started this program.</param>
    /// <exception cref="DriverException">A part of the environment is not supported.</exception>
    public static void Require(EnvironmentConfiguration configuration, bool isSubmitted)
    {
        RequireParts(configuration);
        if (isSubmitted)
        {
            RequireSpark(configuration);
        }
        else if (configuration.Engine is SparkEngineOptions { DeployMode: DeployMode.Cluster })
        {
            throw new DriverException(
                $"The environment '{configuration.Name}' asks for the driver on a node of the cluster ({configuration.Origin("engine.deploy_mode")}): "
                + $"run scripts/spark-submit.sh {configuration.Name} {configuration.File}, which brings it there; or use engine.deploy_mode client.");
        }
    }

    /// <summary>Refuses what cannot be submitted to Spark.</summary>
    /// <exception cref="DriverException">A part of the environment is not supported.</exception>
    public static void RequireSubmittable(EnvironmentConfiguration configuration)
    {
        RequireParts(configuration);
        RequireSpark(configuration);
        if (configuration.Engine is SparkEngineOptions { DeployMode: DeployMode.Cluster, Master: var master } && master != "yarn")
        {
            throw new DriverException(
                $"The environment '{configuration.Name}' asks for the driver on a node of the cluster ({configuration.Origin("engine.deploy_mode")}), "
                + $"and engine.master is {master ?? "local[*]"}: only YARN brings the program there. Use engine.deploy_mode client, or engine.master yarn.");
        }
    }

    private static void RequireSpark(EnvironmentConfiguration configuration)
    {
        if (configuration.Engine is not SparkEngineOptions)
        {
            throw new DriverException(
                $"spark-submit runs the engine spark, and the environment '{configuration.Name}' has engine.kind duckdb ({configuration.Origin("engine.kind")}). "
                + $"Add --engine spark, or run the embedded engine without spark-submit: ./sparketl {configuration.Name} {configuration.File}.");
        }
    }

    private static void RequireParts(EnvironmentConfiguration configuration)
    {
        var engine = configuration.Engine is DuckDbEngineOptions ? "duckdb" : "spark";
        var source = configuration.Source switch
        {
            FilesSourceOptions => "files",
            MySqlSourceOptions => "mysql",
            _ => null,
        };
        var target = configuration.Target switch
        {
            DuckDbTargetOptions => "duckdb",
            PostgresTargetOptions => "postgres",
            RedshiftTargetOptions => "redshift",
            _ => null,
        };
        var refusals = Table
            .Where(c => c.Engine == engine && c.Refusal is not null && !(c is ("duckdb", "source", "mysql", _) && MySqlProvider.Find() is not null) && c.Kind == (c.Part == "source" ? source : target))
            .Select(c => $"engine {c.Engine} with {c.Part}.kind {c.Kind} ({configuration.Origin($"{c.Part}.kind")}): {c.Refusal}")
            .ToArray();
        if (refusals.Length > 0)
        {
            throw new DriverException($"The environment '{configuration.Name}' asks for what is not supported:\n  {string.Join("\n  ", refusals)}.");
        }

        if (configuration.Target is ServerTargetOptions { Writer: TargetWriter.Spark } && WriterRefusal(configuration) is { } reason)
        {
            throw new DriverException($"The environment '{configuration.Name}' asks for target.writer spark ({configuration.Origin("target.writer")}): {reason}.");
        }
    }

    private static string? WriterRefusal(EnvironmentConfiguration configuration) => configuration switch
    {
        { Engine: DuckDbEngineOptions } => "the embedded engine has no Spark; run with --engine spark, or take the key away",
        { Target: RedshiftTargetOptions } =>
            "Redshift's staging tables live and die in the publishing transaction, which Spark's connections do not see; take the key away, and set target.s3 for large results",
        _ => null,
    };
}
