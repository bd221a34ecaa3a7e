using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Spark.Engines.Jvm.Gateway;
using SparkEtl.Utils.Secrets;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>
/// A driver's JVM, started by this program. It ends when its standard input does, so that it never outlives the program, however that
/// ends; and it shields itself from the terminal's Ctrl-C, so that what runs in it is cancelled and not torn down.
/// </summary>
internal sealed class DriverProcess : IDriver
{
    /// <summary>The variable of a process' environment that holds the gateway's token.</summary>
    public const string TokenVariable = "SPARKETL_GATEWAY_TOKEN";

    private const string PortLine = "SPARKETL_GATEWAY_PORT ";
    private const int TokenBytes = 32;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DeathNotice = TimeSpan.FromSeconds(2);

    private readonly Process process;
    private readonly DriverLog log;
    private bool stopping;

    private DriverProcess(Process process, DriverLog log, GatewayEndpoint endpoint, SparkInstallation spark)
    {
        this.process = process;
        this.log = log;
        Endpoint = endpoint;
        Spark = spark;
    }

    /// <summary>Where its gateway listens.</summary>
    public GatewayEndpoint Endpoint { get; }

    /// <summary>The Spark that it runs.</summary>
    public SparkInstallation Spark { get; }

    /// <summary>The id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Finds Spark and Java and starts the JVM; its gateway listens when this returns.</summary>
    /// <exception cref="LaunchException">There is no Spark or no fitting Java, or the JVM did not start.</exception>
    /// <param name="options">How it is started.</param>
    /// <param name="surroundings">Where Spark and Java are searched.</param>
    /// <param name="secrets">What is masked in what it logs.</param>
    /// <param name="cancellation">Stops it before it is ready.</param>
    public static DriverProcess Start(DriverOptions options, Surroundings surroundings, DriverSecrets secrets, CancellationToken cancellation)
    {
        var java = new JavaLocator(surroundings).Find();
        var spark = new SparkLocator(surroundings).Find(options.SparkHome, java);
        java.Require(spark);
        var start = DriverCommand.Of(spark, java, RunnerJar.Find(surroundings), options, surroundings);
        var token = new Secret(Convert.ToHexString(RandomNumberGenerator.GetBytes(TokenBytes)));
        start.Environment[TokenVariable] = token.Reveal();
        var log = new DriverLog(options.OnLog, secrets.Mask);
        var process = new Process { StartInfo = start };
        var answer = new PortAnswer(log);
        process.OutputDataReceived += (_, line) => answer.Add(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                log.Add(line.Data);
            }
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw new LaunchException($"The driver's JVM ({start.FileName}) cannot be started: {e.Message}", e);
        }

        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            return new DriverProcess(process, log, new GatewayEndpoint(Port(process, answer, log, cancellation), token), spark);
        }
        catch
        {
            End(process, TimeSpan.Zero);
            throw;
        }
    }

    /// <summary>What to raise for a connection that failed: the end of the process, when that is why.</summary>
    public Exception Explain(GatewayException error) => !stopping && process.WaitForExit(DeathNotice)
        ? new LaunchException(
            string.Create(CultureInfo.InvariantCulture, $"The driver's JVM (Spark {Spark.Version}) ended with exit code {process.ExitCode} while it was in use.{log.Tail()}"), error)
        : error;

    public void Dispose()
    {
        stopping = true;
        End(process, StopLimit);
    }

    // Closing its input tells it to stop; what does not in time is killed.
    private static void End(Process process, TimeSpan limit)
    {
        try
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(StopLimit);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or Win32Exception)
        {
            // It ended in the meantime.
        }
        finally
        {
            process.Dispose();
        }
    }

    private static int Port(Process process, PortAnswer answer, DriverLog log, CancellationToken cancellation)
    {
        if (!answer.Wait(StartLimit, cancellation))
        {
            throw new LaunchException(
                string.Create(CultureInfo.InvariantCulture, $"The driver's JVM told no port within {StartLimit.TotalSeconds:0} seconds.{log.Tail()}"));
        }

        if (answer.Port is { } port)
        {
            return port;
        }

        if (process.WaitForExit(StopLimit))
        {
            // Until all that it said is read.
            process.WaitForExit();
        }

        throw new LaunchException(
            string.Create(CultureInfo.InvariantCulture, $"The driver's JVM ended with exit code {(process.HasExited ? process.ExitCode : -1)} before it was ready.{log.Tail()}"));
    }

    // The line of standard output with the port, or the end of that output.
    private sealed class PortAnswer(DriverLog log)
    {
        private readonly Lock gate = new();
        private readonly TaskCompletionSource told = new();

        public int? Port { get; private set; }

        public bool Wait(TimeSpan limit, CancellationToken cancellation)
        {
            var first = WaitHandle.WaitAny([((IAsyncResult)told.Task).AsyncWaitHandle, cancellation.WaitHandle], limit);
            cancellation.ThrowIfCancellationRequested();
            return first != WaitHandle.WaitTimeout;
        }

        public void Add(string? line)
        {
            lock (gate)
            {
                if (line is null)
                {
                    told.TrySetResult();
                }
                else if (line.StartsWith(PortLine, StringComparison.Ordinal))
                {
                    Port = int.Parse(line.AsSpan(PortLine.Length), CultureInfo.InvariantCulture);
                    told.TrySetResult();
                }
                else
                {
                    log.Add(line);
                }
            }
        }
    }
}
