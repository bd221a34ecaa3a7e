using System.Diagnostics;
using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.EndToEnd.Spark.Tests.Clusters;

/// <summary>A YARN of this machine; one for all tests.</summary>
internal sealed class YarnCluster : IDisposable
{
    public const string Version = "3.5.9";

    private const string Archives = "shared/spark";
    private static readonly Lazy<YarnCluster> Running = new(() => new YarnCluster());

    private readonly Lock gate = new();
    private readonly Process process;

    private YarnCluster()
    {
        var jars = Path.Combine(Sparks.Home(Version), "jars");
        string[] own = [.. new[] { "hadoop-client-api-*", "hadoop-client-runtime-*", "snappy-java-*" }.SelectMany(p => Directory.EnumerateFiles(jars, p))];
        var start = new ProcessStartInfo(
            new JavaLocator(Surroundings.OfThisProcess()).Find().Program,
            [
                "-Xmx768m", "-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-cp", string.Join(':', own.Prepend(Path.Combine(Unpacked(), "*"))), Repository.At("tests/EndToEnd.Spark.Tests/Clusters/YarnCluster.java"), Settings,
            ])
        {
            WorkingDirectory = Settings,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["JAVA_HOME"] = JavaHome;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        Assert.That(process.StandardOutput.ReadLine(), Is.EqualTo("ready"), "the YARN of the tests did not start");
    }

    /// <summary>The one of all tests; the test is not run where there is none.</summary>
    public static YarnCluster Shared => Running.Value;

    /// <summary>The folder of a JDK.</summary>
    public static string JavaHome { get; } = Path.GetDirectoryName(Path.GetDirectoryName(
        new FileInfo(new JavaLocator(Surroundings.OfThisProcess()).Find().Program).ResolveLinkTarget(returnFinalTarget: true)?.FullName
        ?? new JavaLocator(Surroundings.OfThisProcess()).Find().Program))!;

    /// <summary>The folder of yarn-site.xml, and of all that the cluster writes.</summary>
    public string Settings { get; } = Directory.CreateTempSubdirectory("sparketl-yarn-").FullName;

    public static void Stop()
    {
        if (Running.IsValueCreated)
        {
            Running.Value.Dispose();
        }
    }

    /// <summary>What YARN says of an application.</summary>
    public YarnReport Report(string id) => Ask($"report {id}");

    /// <summary>Has YARN end an application.</summary>
    public void Kill(string id) => Ask($"kill {id}");

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(Settings, recursive: true);
    }

    private YarnReport Ask(string question)
    {
        lock (gate)
        {
            process.StandardInput.WriteLine(question);
            process.StandardInput.Flush();
            var parts = (process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The YARN of the tests ended.")).Split('\t');
            return new YarnReport(parts[0], parts[1], parts[2]);
        }
    }

    private static string Unpacked()
    {
        var surroundings = Surroundings.OfThisProcess();
        var archive = surroundings.Upwards().Select(f => Path.Combine(f, Archives)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "yarn-minicluster-*.tar.xz")).FirstOrDefault();
        if (archive is null)
        {
            Assert.Ignore($"NOT RUN: there is no YARN. Put yarn-minicluster-3.3.4.tar.xz into {Archives} of a folder above.");
        }

        return SparkArchive.Unpack(archive!, Path.Combine(surroundings.Cache, "yarn"));
    }
}
