using System.ComponentModel;
using System.Diagnostics;
using System.Security;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>Spark fetched by Maven: its jars and the databases' drivers, copied once into the cache.</summary>
internal sealed class MavenSpark(Surroundings surroundings)
{
    private const string SparkVersion = "3.5.9";

    private static readonly (string Group, string Artifact, string Version, string? Without)[] Artifacts =
    [
        ("org.apache.spark", "spark-sql_2.12", SparkVersion, null),
        ("com.mysql", "mysql-connector-j", "9.7.0", "com.google.protobuf:protobuf-java"),
        ("org.mariadb.jdbc", "mariadb-java-client", "3.5.11", null),
        ("org.postgresql", "postgresql", "42.7.14", null),
        ("com.amazon.redshift", "redshift-jdbc42", "2.3.0", null),
    ];

    /// <summary>The fetched Spark; null when Maven is not installed.</summary>
    /// <exception cref="LaunchException">Maven failed.</exception>
    public SparkInstallation? Find()
    {
        var home = Path.Combine(surroundings.Cache, "maven", $"spark-{SparkVersion}");
        var jars = Path.Combine(home, "jars");
        if (!Directory.Exists(home))
        {
            if (surroundings.Program("mvn") is not { } maven)
            {
                return null;
            }

            Fetch(maven, home);
        }

        return SparkInstallation.At(jars, $"Maven's Spark {SparkVersion} ({home})");
    }

    private static void Fetch(string maven, string home)
    {
        var cache = Path.GetDirectoryName(home)!;
        var work = Directory.CreateDirectory(Path.Combine(cache, ".fetch." + Path.GetRandomFileName())).FullName;
        try
        {
            File.WriteAllText(Path.Combine(work, "pom.xml"), Pom());
            Run(maven, work);
            File.Delete(Path.Combine(work, "pom.xml"));
            Directory.Move(work, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            // Another process was first; what it put in place is whole.
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private static void Run(string maven, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(maven, ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=jars", "-DincludeScope=runtime"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
            })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
                throw new LaunchException(
                    $"There is no Spark on this machine, and Maven could not fetch it: {string.Join(' ', lines.Take(3)).Trim()} "
                    + "Set SPARK_HOME to the folder of a Spark distribution, or SPARKETL_SPARK_ARCHIVE to its archive, or run on the embedded engine (--engine duckdb).");
            }
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"Maven ({maven}) cannot be started: {e.Message} Set SPARK_HOME to the folder of a Spark distribution.", e);
        }
    }

    private static string Pom()
    {
        var dependencies = string.Concat(Artifacts.Select(a =>
            $"<dependency><groupId>{a.Group}</groupId><artifactId>{a.Artifact}</artifactId><version>{SecurityElement.Escape(a.Version)}</version>{Exclusion(a.Without)}</dependency>\n"));
        return $"""
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>sparketl</groupId><artifactId>spark</artifactId><version>1</version><packaging>pom</packaging>
              <dependencies>
            {dependencies}  </dependencies>
            </project>
            """;
    }

    private static string Exclusion(string? name) => name?.Split(':') is [var group, var artifact]
        ? $"<exclusions><exclusion><groupId>{group}</groupId><artifactId>{artifact}</artifactId></exclusion></exclusions>"
        : string.Empty;
}
