using SparkEtl.DuckDb;

namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>Tells how far a running statement is, a few times a second.</summary>
internal sealed class ProgressWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Timer timer;

    private ProgressWatch(DuckDbConnection connection, Action<double> report)
    {
        timer = new Timer(
            _ =>
            {
                if (connection.Progress is { } progress)
                {
                    report(progress);
                }
            },
            null,
            Interval,
            Interval);
    }

    /// <summary>Starts to tell; nothing when nobody listens.</summary>
    public static IDisposable Start(DuckDbConnection connection, Action<double>? report) =>
        report is null ? Nothing.Instance : new ProgressWatch(connection, report);

    public void Dispose()
    {
        using var stopped = new ManualResetEvent(false);
        if (timer.Dispose(stopped))
        {
            stopped.WaitOne();
        }
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
