using System.Diagnostics;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>The command line of a driver's JVM. It holds no secret: other users of the machine can read it.</summary>
internal static class DriverCommand
{
    private const string MainClass = "sparketl.GatewayMain";

    // What Spark's own launcher opens to Spark on Java 17; older ones ignore what they do not know.
    private static readonly string[] Opened =
    [
        "java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio", "java.util", "java.util.concurrent",
        "java.util.concurrent.atomic", "jdk.internal.ref", "sun.nio.ch", "sun.nio.cs", "sun.security.action", "sun.util.calendar",
    ];

    /// <summary>The command, in a session of its own where the system can: a terminal's Ctrl-C then does not reach it.</summary>
    public static ProcessStartInfo Of(SparkInstallation spark, JavaInstallation java, string runnerJar, DriverOptions options, Surroundings surroundings)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (surroundings.Program("setsid") is { } setsid && !OperatingSystem.IsWindows())
        {
            start.FileName = setsid;
            start.ArgumentList.Add(java.Program);
        }
        else
        {
            start.FileName = java.Program;
        }

        foreach (var argument in Arguments(spark, java, options))
        {
            start.ArgumentList.Add(argument);
        }

        start.ArgumentList.Add("-cp");
        start.ArgumentList.Add(ClassPath(spark, runnerJar, options, surroundings));
        start.ArgumentList.Add(MainClass);
        return start;
    }

    private static IEnumerable<string> Arguments(SparkInstallation spark, JavaInstallation java, DriverOptions options)
    {
        yield return "-Xmx" + options.Memory;

        // Plans are walked by recursion in threads of Spark's own too.
        yield return "-Xss16m";
        yield return "-XX:+IgnoreUnrecognizedVMOptions";
        if (java.Version > 8)
        {
            foreach (var package in Opened)
            {
                yield return $"--add-opens=java.base/{package}=ALL-UNNAMED";
            }

            yield return "--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED";
            yield return "-Djdk.reflect.useDirectMethodHandle=false";
        }

        if (spark.Version.Major >= 4)
        {
            yield return "-Dio.netty.tryReflectionSetAccessible=true";
        }

        yield return "-Dlog4j2.configurationFile=sparketl/log4j2.properties";
        yield return "-Duser.timezone=UTC";
        yield return "-Dfile.encoding=UTF-8";
        foreach (var option in options.JavaOptions)
        {
            yield return option;
        }
    }

    private static string ClassPath(SparkInstallation spark, string runnerJar, DriverOptions options, Surroundings surroundings)
    {
        string?[] configured =
        [
            surroundings.Variable("SPARK_CONF_DIR"), surroundings.Variable("HADOOP_CONF_DIR"), surroundings.Variable("YARN_CONF_DIR"),
        ];
        return string.Join(
            Path.PathSeparator,
            new[] { runnerJar }.Concat(configured.OfType<string>().Distinct()).Append(Path.Combine(spark.Jars, "*")).Concat(options.Jars).Concat(new DatabaseDrivers(surroundings).Find()));
    }
}
