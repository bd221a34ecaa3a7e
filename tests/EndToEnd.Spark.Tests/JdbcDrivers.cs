using SparkEtl.Spark.Engines.Jvm.Launching;

namespace SparkEtl.EndToEnd.Spark.Tests;

/// <summary>The JDBC drivers of this machine.</summary>
internal static class JdbcDrivers
{
    private static readonly string[] Needed = ["mysql-connector-j-*.jar", "mariadb-java-client-*.jar"];

    /// <summary>The folder with the drivers of MySQL and MariaDB; the test is not run where there is none with both.</summary>
    public static string Folder()
    {
        var found = Surroundings.OfThisProcess().Upwards().Select(f => Path.Combine(f, "shared", "jdbc")).Where(Directory.Exists)
            .FirstOrDefault(f => Needed.All(jar => Directory.EnumerateFiles(f, jar).Any()));
        if (found is null)
        {
            Assert.Ignore($"NOT RUN: there are no JDBC drivers. Put {string.Join(" and ", Needed)} into shared/jdbc of a folder above.");
        }

        return found!;
    }

    /// <summary>The test is not run where that Spark is not, nor where the drivers are not.</summary>
    public static void NeededOn(string version)
    {
        _ = Sparks.Home(version);
        _ = Folder();
    }
}
