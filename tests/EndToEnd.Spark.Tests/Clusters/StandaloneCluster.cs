using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>A standalone master with two workers on this machine; one of each version for all tests.</summary>
internal sealed partial class StandaloneCluster : IDisposable
{
    // They end with standard input, so that nothing stays behind however the tests end.
    private const string Guard = "\"$@\" 2>&1 & child=$!; cat >/dev/null; kill -9 $child";
    private static readonly ConcurrentDictionary<string, Lazy<StandaloneCluster>> Running = new();

    private readonly List<Process> processes = [];
    private readonly string folder = Directory.CreateTempSubdirectory("sparketl-standalone-").FullName;

    private StandaloneCluster(string version)
    {
        var home = Sparks.Home(version);
        Address = Start(home, MasterAt(), "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
        for (var i = 0; i < 2; i++)
        {
            Start(
                home, Registered(), "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "1g", "--work-dir",
                Path.Combine(folder, $"worker-{i}"), Address);
        }
    }

    /// <summary>The master's address.</summary>
    public string Address { get; }

    public static StandaloneCluster Shared(string version) => Running.GetOrAdd(version, v => new Lazy<StandaloneCluster>(() => new StandaloneCluster(v))).Value;

    public static void Stop()
    {
        foreach (var cluster in Running.Values.Where(c => c.IsValueCreated))
        {
            cluster.Value.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var process in processes)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    // Until a line says that it is there; that line's first group.
    private string Start(string home, Regex ready, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", Guard, "guard", Path.Combine(home, "bin", "spark-class"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["SPARK_HOME"] = home;
        start.Environment["SPARK_DAEMON_MEMORY"] = "256m";
        start.Environment["SPARK_DAEMON_JAVA_OPTS"] = "-XX:TieredStopAtLevel=1";
        var process = Process.Start(start)!;
        processes.Add(process);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (ready.Match(line) is { Success: true } match)
            {
                // Read on, or it would wait for a reader.
                _ = process.StandardOutput.ReadToEndAsync();
                return match.Groups[1].Value;
            }
        }

        throw new InvalidOperationException($"{arguments[0]} of {home} ended before it was ready.");
    }

    [GeneratedRegex(@"Starting Spark master at (spark://\S+)")]
    private static partial Regex MasterAt();

    [GeneratedRegex("Successfully (registered) with master")]
    private static partial Regex Registered();
}
