using System.Collections.Concurrent;
using SparkEtl.Spark.Engines.Jvm;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Jvm.Tests;

/// <summary>The Sparks that the tests run on, one JVM each for all tests.</summary>
internal static class Sparks
{
    /// <summary>For JVMs that run a few small jobs: compiling for speed costs them more than it gives.</summary>
    public const string ShortLived = "-XX:TieredStopAtLevel=1";

    private const string ArchiveFolder = "shared/spark";

    private static readonly ConcurrentDictionary<string, Lazy<JvmEngine>> Running = new();

    /// <summary>The versions that every suite runs on.</summary>
    public static IReadOnlyList<string> Versions { get; } = ["3.5.9", "4.3.0"];

    /// <summary>The engine on that version; the test is not run where that Spark is not.</summary>
    public static JvmEngine Engine(string version)
    {
        var home = Home(version);
        return Running.GetOrAdd(version, _ => new Lazy<JvmEngine>(() => Start(home))).Value;
    }

    /// <summary>A session over that engine. It is not to be stopped: the engine is everybody's.</summary>
    public static SparkSession Session(string version) => new(new SessionState(Engine(version), CancellationToken.None), new SparkContext(new SparkConf()));

    /// <summary>Another engine on that version, for tests that end it.</summary>
    public static JvmEngine StartAnother(string version, Action<string>? onStatement = null, Action<double>? onProgress = null) =>
        Start(Home(version), onStatement, onProgress);

    /// <summary>That version; the tests are not run where that Spark is not.</summary>
    public static string Required(string version)
    {
        _ = Home(version);
        return version;
    }

    /// <summary>The folder of that version; the test is not run where there is none, nor a Java.</summary>
    public static string Home(string version)
    {
        var surroundings = Surroundings.OfThisProcess();
        var java = Java(surroundings);
        if (Environment.GetEnvironmentVariable("SPARK_HOME") is { Length: > 0 } home
            && SparkInstallation.At(Path.Combine(home, "jars"), home).Version.ToString() == version)
        {
            return home;
        }

        var archive = surroundings.Upwards().Select(f => Path.Combine(f, ArchiveFolder)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, $"spark-{version}.t*")).FirstOrDefault();
        if (archive is null)
        {
            Assert.Ignore($"NOT RUN: there is no Spark {version}. Set SPARK_HOME to one, or put its archive spark-{version}.tar.xz into {ArchiveFolder} of a folder above.");
        }

        if (new SparkInstallation(archive!, Version.Parse(version), archive!).OldestJava > java.Version)
        {
            Assert.Ignore($"NOT RUN: Spark {version} needs a newer Java than {java.Version}. Install openjdk-17 and set JAVA_HOME.");
        }

        return SparkArchive.Unpack(archive!, Path.Combine(surroundings.Cache, "spark"));
    }

    /// <summary>Ends what was started.</summary>
    public static void Stop()
    {
        foreach (var engine in Running.Values)
        {
            engine.Value.Dispose();
        }
    }

    private static JavaInstallation Java(Surroundings surroundings)
    {
        try
        {
            _ = RunnerJar.Find(surroundings);
            return new JavaLocator(surroundings).Find();
        }
        catch (LaunchException e)
        {
            Assert.Ignore($"NOT RUN: {e.Message}");
            throw;
        }
    }

    private static JvmEngine Start(string home, Action<string>? onStatement = null, Action<double>? onProgress = null) => new(new JvmEngineOptions
    {
        Driver = new DriverOptions { SparkHome = home, JavaOptions = [ShortLived] },
        Settings = Some.Settings,
        OnStatement = onStatement,
        OnProgress = onProgress,
    });
}
