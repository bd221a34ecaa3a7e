using SparkEtl.Utils.Configuration;
using SparkEtl.Utils.Configuration.Options;

namespace SparkEtl.Driver.Environments;

/// <summary>Which engine reads which source and writes which target: one table, also in docs/engines.md.</summary>
internal static class EngineSupport
{
    private const string NoSpark = "the engine spark is not part of this version; run with --engine duckdb";

    /// <summary>The cells: engine, what it is about, its kind, and why it is refused (null when it is supported).</summary>
    public static IReadOnlyList<(string Engine, string Part, string Kind, string? Refusal)> Table { get; } =
    [
        ("duckdb", "source", "files", null),
        ("duckdb", "source", "mysql", "the embedded engine does not read MySQL; land the tables as files (source.kind files), or use the engine spark when it is there"),
        ("duckdb", "target", "duckdb", null),
        ("duckdb", "target", "postgres", "publishing to Postgres is not part of this version; use target.kind duckdb"),
        ("duckdb", "target", "redshift", "publishing to Redshift is not part of this version; use target.kind duckdb"),
        ("spark", "source", "files", NoSpark),
        ("spark", "source", "mysql", NoSpark),
        ("spark", "target", "duckdb", NoSpark),
        ("spark", "target", "postgres", NoSpark),
        ("spark", "target", "redshift", NoSpark),
    ];

    /// <summary>Refuses what the environment's engine cannot do, all of it at once.</summary>
    /// <exception cref="DriverException">A part of the environment is not supported.</exception>
    public static void Require(EnvironmentConfiguration configuration)
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
            .Where(c => c.Engine == engine && c.Refusal is not null && c.Kind == (c.Part == "source" ? source : target))
            .Select(c => $"engine {c.Engine} with {c.Part}.kind {c.Kind} ({configuration.Origin($"{c.Part}.kind")}): {c.Refusal}")
            .ToArray();
        if (refusals.Length > 0)
        {
            throw new DriverException($"The environment '{configuration.Name}' asks for what is not supported:\n  {string.Join("\n  ", refusals)}.");
        }

        if (engine == "spark")
        {
            throw new DriverException($"The environment '{configuration.Name}' asks for the engine spark ({configuration.Origin("engine.kind")}): {NoSpark}.");
        }
    }
}
