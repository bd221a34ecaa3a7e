using System.Diagnostics;
using System.Globalization;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Spark.Engines.Jvm.Gateway;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Spark.Engines.Jvm.Wire;

namespace SparkEtl.Spark.Engines.Jvm.Sessions;

/// <summary>The session inside of the JVM: each method is one round trip.</summary>
internal sealed class JvmSession : IDisposable
{
    private const byte Failed = 1;

    private static readonly TimeSpan CancelAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(300);

    private readonly IDriver driver;
    private readonly GatewayClient client;
    private readonly DriverEnds ends;
    private long actions;
    private long awaited;

    private JvmSession(IDriver driver, DriverSecrets secrets, DriverEnds ends)
    {
        this.driver = driver;
        Secrets = secrets;
        this.ends = ends;
        client = new GatewayClient(driver.Endpoint, error => ends.Explain(driver.Explain(error)));
    }

    /// <summary>What the JVM was told and must not be seen.</summary>
    public DriverSecrets Secrets { get; }

    /// <summary>Spark's version.</summary>
    public string Version { get; private set; } = string.Empty;

    /// <summary>The application's id, as the cluster and the UI know it.</summary>
    public string ApplicationId { get; private set; } = string.Empty;

    /// <summary>The address of the UI; null when there is none.</summary>
    public string? UiAddress { get; private set; }

    /// <summary>Where Spark runs.</summary>
    public string Master { get; private set; } = string.Empty;

    /// <summary>Where the driver runs, when spark-submit started it: client, cluster. Null when this program did.</summary>
    public string? SubmittedAs { get; private set; }

    /// <summary>How often the JVM was asked something.</summary>
    public long RoundTrips => client.RoundTrips;

    /// <summary>How long the JVM was awaited: its start, and its answers.</summary>
    public TimeSpan Awaited => TimeSpan.FromTicks(Interlocked.Read(ref awaited));

    /// <summary>When the first action began, as <see cref="Stopwatch"/> counts, and how long the JVM was awaited until then; null before.</summary>
    public (long At, TimeSpan Awaited)? FirstAction { get; private set; }

    /// <summary>The way into the JVM.</summary>
    internal GatewayClient Client => client;

    /// <summary>Where its gateway listens.</summary>
    internal GatewayEndpoint Endpoint => driver.Endpoint;

    /// <summary>The id of the process of the JVM that this program started.</summary>
    public int ProcessId => ((DriverProcess)driver).Id;

    /// <summary>Starts a session: in the JVM that spark-submit started, when one started this program, else in one that is started for it.</summary>
    /// <exception cref="LaunchException">There is no Spark or no fitting Java, or the JVM did not start.</exception>
    public static JvmSession Start(
        DriverOptions options, IReadOnlyList<KeyValuePair<string, string>> settings, Surroundings surroundings, CancellationToken cancellation)
    {
        var secrets = new DriverSecrets();
        secrets.Add(settings);
        var submitted = SubmittedDriver.Find(surroundings);
        var began = Stopwatch.GetTimestamp();
        var ends = new DriverEnds();
        var noted = options with
        {
            OnLog = line =>
            {
                ends.Note(line);
                options.OnLog?.Invoke(line);
            },
        };
        var session = new JvmSession(submitted ?? (IDriver)DriverProcess.Start(noted, surroundings, secrets, cancellation), secrets, ends);
        session.Await(began);
        try
        {
            var complete = submitted is null
                ? SessionSettings.Of(settings, new DatabaseDrivers(surroundings).Find)
                : SessionSettings.OfSubmitted(settings, session.Given);
            var request = new WireWriter().Options(complete).ToArray();
            var answer = session.Read(session.Asked(() => session.client.CallEntry("start", cancellation, request)), sql: null);
            session.Version = answer.ReadText()!;
            session.ApplicationId = answer.ReadText()!;
            session.UiAddress = answer.ReadText();
            session.Master = answer.ReadText()!;
            var deployMode = answer.ReadText();
            session.SubmittedAs = submitted is null ? null : deployMode;
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A call; the answer after its first byte.</summary>
    public WireReader Call(string method, WireWriter request, string? sql) => Read(Asked(() => client.CallEntry(method, request.ToArray())), sql);

    /// <summary>The next block of a result.</summary>
    public WireReader Next(long result) => Read(Asked(() => client.CallEntry("next", result)), sql: null);

    /// <summary>The rest of a result is not wanted.</summary>
    public void Close(long result) => client.CallEntry("close", result);

    /// <summary>Forgets kept rows.</summary>
    public void Release(string view) => Read(client.CallEntry("release", view), sql: null);

    /// <summary>
    /// Runs an action in a job group of its own. When the token is cancelled its jobs are, from another connection, again until the
    /// action ends; and if it does not end soon, for it runs no job, it is awaited no longer.
    /// </summary>
    /// <param name="request">What follows the group in the request.</param>
    /// <param name="description">What Spark's UI calls its jobs.</param>
    /// <param name="sql">The statement, for errors.</param>
    /// <param name="onProgress">Told how much is done; null for nobody.</param>
    /// <param name="cancellation">Stops it.</param>
    public WireReader Act(Action<WireWriter> request, string description, string sql, Action<double>? onProgress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        FirstAction ??= (Stopwatch.GetTimestamp(), Awaited);
        var group = string.Create(CultureInfo.InvariantCulture, $"sparketl-{Interlocked.Increment(ref actions)}");
        var writer = new WireWriter().Text(group).Text(description);
        request(writer);
        using var abandon = new CancellationTokenSource();
        using var again = new Timer(_ => Quietly(() => client.CallEntry("cancel", group)));
        using var cancelling = cancellation.Register(() =>
        {
            again.Change(TimeSpan.Zero, CancelAgain);
            abandon.CancelAfter(CancelLimit);
        });
        using var progress = onProgress is null
            ? null
            : new Timer(_ => Quietly(() => onProgress((double)client.CallEntry("progress", group)!)), null, ProgressInterval, ProgressInterval);
        try
        {
            return Read(Asked(() => client.CallEntry("run", abandon.Token, writer.ToArray())), sql);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is not OperationCanceledException)
        {
            throw new OperationCanceledException("The action was cancelled.", e, cancellation);
        }
    }

    public void Dispose()
    {
        client.Dispose();
        driver.Dispose();
    }

    // Of some settings, those that spark-submit gave.
    private Dictionary<string, string> Given(IEnumerable<string> keys)
    {
        var answer = Call("given", new WireWriter().Texts([.. keys]), sql: null);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = answer.ReadInt32(); left > 0; left--)
        {
            given.Add(answer.ReadText()!, answer.ReadText()!);
        }

        return given;
    }

    private object? Asked(Func<object?> call)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return call();
        }
        finally
        {
            Await(began);
        }
    }

    private void Await(long began) => Interlocked.Add(ref awaited, Stopwatch.GetElapsedTime(began).Ticks);

    private WireReader Read(object? answer, string? sql)
    {
        var reader = new WireReader(answer as byte[] ?? throw new GatewayException("The JVM's answer is empty."));
        return reader.ReadByte() == Failed ? throw ends.Explain(JvmErrors.Translate(JavaFailure.Read(reader, Secrets.Mask), sql)) : reader;
    }

    // From a timer: the action itself tells when the connection is lost.
    private static void Quietly(Action call)
    {
        try
        {
            call();
        }
        catch (Exception e) when (e is GatewayException or LaunchException or ObjectDisposedException or JavaException)
        {
            return;
        }
    }
}
