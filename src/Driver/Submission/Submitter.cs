using SparkEtl.Spark.Engines.Jvm.Gateway;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Utils.Errors;

namespace SparkEtl.Driver.Submission;

/// <summary>
/// The JVM of spark-submit that started this program. It holds the other end of standard input, so that its end is seen however it ended;
/// the program then stops, within seconds.
/// </summary>
internal sealed class Submitter
{
    // What does not stop by being asked, such as a connection that hangs, is left behind.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly SubmittedDriver driver;
    private volatile bool isGone;

    private Submitter(SubmittedDriver driver) => this.driver = driver;

    /// <summary>Watches the JVM that started this program; null when none did.</summary>
    /// <param name="stop">Cancelled when it is gone.</param>
    public static Submitter? Watch(CancellationTokenSource stop)
    {
        if (SubmittedDriver.Find(Surroundings.OfThisProcess()) is not { } driver)
        {
            return null;
        }

        var submitter = new Submitter(driver);
        new Thread(() => submitter.AwaitEnd(stop)) { IsBackground = true, Name = "sparketl-submitter" }.Start();
        return submitter;
    }

    /// <summary>The error to tell: that the JVM is gone, where that is what broke the run off.</summary>
    public Exception Told(Exception error) => isGone && error is not SparkEtlException ? SubmittedDriver.Gone(error) : error;

    /// <summary>Gives the JVM the words of a failure, which a cluster shows as the reason why the application failed.</summary>
    public void Tell(Exception error)
    {
        try
        {
            using var client = new GatewayClient(driver.Endpoint, driver.Explain);
            client.CallEntry("fail", Failure.Text(error));
        }
        catch (LaunchException)
        {
            // It is gone, and cannot tell anybody; the program's own output says it.
        }
    }

    private void AwaitEnd(CancellationTokenSource stop)
    {
        using (var input = Console.OpenStandardInput())
        {
            // Nothing is said on it; only its end counts.
            Span<byte> nothing = stackalloc byte[64];
            while (input.Read(nothing) > 0)
            {
            }
        }

        isGone = true;
        using var end = new Timer(
            _ =>
            {
                Failure.Report(SubmittedDriver.Gone(cause: null), Console.Error, withStackTrace: false);
                Environment.Exit((int)ExitCode.Failed);
            },
            null,
            Limit,
            Timeout.InfiniteTimeSpan);
        stop.Cancel();
        Thread.CurrentThread.Join(Limit * 2);
    }
}
