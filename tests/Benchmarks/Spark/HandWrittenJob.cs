using System.Globalization;
using SparkEtl.EndToEnd.Tests.Servers;
using SparkEtl.Spark.Engines.Jvm.Launching;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.Benchmarks.Spark;

/// <summary>The job that is written by hand in Java, on the JVM, the Spark and the settings that the program takes.</summary>
internal sealed class HandWrittenJob
{
    private readonly string _java;
    private readonly string[] _arguments;

    private HandWrittenJob(string java, string[] arguments)
    {
        _java = java;
        _arguments = arguments;
    }

    /// <summary>Compiles it.</summary>
    public static async Task<HandWrittenJob> CompileAsync(string work, MariaDbServer mysql, string database, PostgresServer postgres, string memory)
    {
        var surroundings = Surroundings.OfThisProcess();
        JavaInstallation java = new JavaLocator(surroundings).Find();
        SparkInstallation spark = new SparkLocator(surroundings).Find(null, java);
        Console.WriteLine($"Spark {spark.Version}");
        string classes = Directory.CreateDirectory(Path.Combine(work, "classes")).FullName;
        await ChildProcess.RunAsync(
            Path.Combine(Path.GetDirectoryName(java.Program)!, "javac"),
            ["-nowarn", "-cp", Path.Combine(spark.Jars, "*"), "-d", classes, Path.Combine(AppContext.BaseDirectory, "Spark", "ClaimsByHand.java")]);
        // The very command of the program, but for the class and what lies before it on the class path.
        string[] command = [.. DriverCommand.Of(spark, java, classes, new DriverOptions { Memory = memory }, surroundings).ArgumentList];
        return new HandWrittenJob("setsid", [.. command[..^1], "ClaimsByHand", .. Addresses(mysql, database, postgres)]);
    }

    public Task<MeasuredProcess> RunAsync(IReadOnlyDictionary<string, string> environment) => MeasuredProcess.RunAsync(_java, environment, _arguments);

    private static string[] Addresses(MariaDbServer mysql, string database, PostgresServer postgres) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"jdbc:mysql://{MariaDbServer.Host}:{mysql.Port}/{database}"), MariaDbServer.Username,
        string.Create(CultureInfo.InvariantCulture, $"jdbc:postgresql://{PostgresServer.Host}:{postgres.Port}/postgres"), PostgresServer.Username,
    ];
}
