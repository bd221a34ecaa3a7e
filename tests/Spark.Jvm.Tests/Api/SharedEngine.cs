using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Jvm.Tests.Api;

/// <summary>An engine that stays when a session that uses it is stopped.</summary>
internal sealed class SharedEngine(IEngine engine) : IEngine
{
    public string Description => engine.Description;

    public string SparkVersion => engine.SparkVersion;

    public IReadOnlyList<string> Tables => engine.Tables;

    public void Configure(string key, string value) => engine.Configure(key, value);

    public Scan Read(ScanSource source, CancellationToken cancellation) => engine.Read(source, cancellation);

    public Scan? Table(Seq<string> name) => engine.Table(name);

    public IQueryRun Run(Relation plan, CancellationToken cancellation) => engine.Run(plan, cancellation);

    public IReadOnlyList<ObservedMetrics> Write(Relation plan, WriteRequest request, CancellationToken cancellation) => engine.Write(plan, request, cancellation);

    public IReadOnlyList<string> Explain(Relation plan) => engine.Explain(plan);

    public string? PhysicalPlan(Relation plan) => engine.PhysicalPlan(plan);

    public IReadOnlyList<ObservedMetrics> Materialise(Persisted persisted, CancellationToken cancellation) => engine.Materialise(persisted, cancellation);

    public void Release(PersistedRows rows) => engine.Release(rows);

    public void Dispose()
    {
    }
}
