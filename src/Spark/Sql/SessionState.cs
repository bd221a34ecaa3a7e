using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <summary>What sessions made from one another share: the engine, global views, kept rows.</summary>
internal sealed class SessionState(IEngine engine, CancellationToken cancellation)
{
    private bool stopped;

    public IEngine Engine => !stopped
        ? engine
        : throw new AnalysisException("SESSION_STOPPED", "The session was stopped; make another with SparkSession.Builder().GetOrCreate().");

    public CancellationToken Cancellation => cancellation;

    public ViewRegistry GlobalViews { get; } = new();

    public KeptFrames Kept { get; } = new();

    public bool IsStopped => stopped;

    /// <summary>Keeps a relation's rows no longer.</summary>
    public bool Forget(Relation relation)
    {
        if (Kept.Remove(relation) is not { } rows)
        {
            return false;
        }

        Engine.Release(rows);
        return true;
    }

    public void Stop()
    {
        if (!stopped)
        {
            stopped = true;
            engine.Dispose();
        }
    }
}
