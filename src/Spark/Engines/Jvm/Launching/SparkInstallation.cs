using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>A Spark on this machine.</summary>
/// <param name="Jars">The folder of its jars.</param>
/// <param name="Version">Its version.</param>
/// <param name="Origin">Where it was found, for people.</param>
internal sealed partial record SparkInstallation(string Jars, Version Version, string Origin)
{
    private static readonly Version Oldest = new(3, 5);
    private static readonly Version First = new(4, 0);

    /// <summary>The lowest feature version of Java that runs it.</summary>
    public int OldestJava => Version >= First ? 17 : 8;

    /// <summary>The feature versions of Java it is made for.</summary>
    public string Javas => Version >= First ? "17 or 21" : "8, 11 or 17";

    /// <summary>The installation in a folder that has the jars.</summary>
    /// <exception cref="LaunchException">There is no Spark, or one that is too old.</exception>
    public static SparkInstallation At(string jars, string origin)
    {
        var core = Directory.Exists(jars)
            ? Directory.EnumerateFiles(jars, "spark-core_*.jar").Select(f => CoreJar().Match(Path.GetFileName(f))).FirstOrDefault(m => m.Success)
            : null;
        if (core is null)
        {
            throw new LaunchException($"{origin} holds no Spark: there is no spark-core_*.jar in {jars}. Give the folder of a Spark distribution (the one with bin and jars).");
        }

        var version = Version.Parse(core.Groups[1].Value);
        return version >= Oldest
            ? new SparkInstallation(jars, version, origin)
            : throw new LaunchException($"{origin} holds Spark {version}, expected 3.5 or newer.");
    }

    [GeneratedRegex(@"^spark-core_[\d.]+-(\d+\.\d+\.\d+).*\.jar$")]
    private static partial Regex CoreJar();
}
