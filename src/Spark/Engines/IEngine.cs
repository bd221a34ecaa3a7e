using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Engines;

/// <summary>What runs plans. Calls block under the given token; an engine may be used from several threads.</summary>
internal interface IEngine : IDisposable
{
    /// <summary>Name and version as a run's first line says them: <c>DuckDB 1.5.6, embedded</c>.</summary>
    string Description { get; }

    /// <summary>The version of Spark whose meaning the engine gives.</summary>
    string SparkVersion { get; }

    /// <summary>Takes a setting that was changed while the engine runs, as far as it has a meaning for it.</summary>
    void Configure(string key, string value)
    {
    }

    /// <summary>A read with its schema, which is asked of the source now.</summary>
    Scan Read(ScanSource source, CancellationToken cancellation);

    /// <summary>A table of the engine's own catalogue; null when there is none of that name.</summary>
    Scan? Table(Seq<string> name);

    /// <summary>The tables of the engine's own catalogue.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Runs a plan. Its rows are streamed; the metrics of its <see cref="Observe"/> nodes are there when the last row was read.</summary>
    IQueryRun Run(Relation plan, CancellationToken cancellation);

    /// <summary>Runs a plan and writes its rows to files or a table, all or nothing.</summary>
    IReadOnlyList<ObservedMetrics> Write(Relation plan, WriteRequest request, CancellationToken cancellation);

    /// <summary>The statements that <see cref="Run"/> would run for the plan, one text each.</summary>
    IReadOnlyList<string> Explain(Relation plan);

    /// <summary>The engine's own plan of the last of those statements; null when it tells none.</summary>
    string? PhysicalPlan(Relation plan) => null;

    /// <summary>Computes the rows of a persisted relation now, if they are not kept yet.</summary>
    IReadOnlyList<ObservedMetrics> Materialise(Persisted persisted, CancellationToken cancellation);

    /// <summary>Forgets kept rows.</summary>
    void Release(PersistedRows rows);
}

/// <summary>A running query.</summary>
internal interface IQueryRun : IDisposable
{
    /// <summary>The columns as the plan typed them; the engine was checked to agree.</summary>
    StructType Schema { get; }

    /// <summary>
    /// The next rows, or null after the last. Values in the form of <see cref="Plan.Expressions.Literal"/>; nested ones as object?[] and
    /// KeyValuePair&lt;object, object?&gt;[].
    /// </summary>
    IReadOnlyList<object?[]>? NextRows();

    /// <summary>The metrics of the observed nodes, complete after the last row.</summary>
    IReadOnlyList<ObservedMetrics> Observed { get; }
}

/// <summary>What one <see cref="Observe"/> counted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">The metrics' names and types.</param>
/// <param name="Values">Their values.</param>
internal sealed record ObservedMetrics(string Name, StructType Schema, IReadOnlyList<object?> Values);

/// <summary>What to do with rows that are there already.</summary>
internal enum WriteMode
{
    ErrorIfExists,
    Append,
    Overwrite,
    Ignore,
}

/// <summary>Where and how rows are written.</summary>
/// <param name="Format">csv, parquet, json, text; jdbc and the like on Spark only.</param>
/// <param name="Path">The folder; null for a table.</param>
/// <param name="Table">The table; null for files.</param>
/// <param name="Mode">What to do with rows that are there already.</param>
/// <param name="PartitionBy">Columns that become folders.</param>
/// <param name="Options">The writer's options, keys in lower case.</param>
internal sealed record WriteRequest(
    string Format, string? Path, Seq<string>? Table, WriteMode Mode, Seq<string> PartitionBy, Seq<KeyValuePair<string, string>> Options);
