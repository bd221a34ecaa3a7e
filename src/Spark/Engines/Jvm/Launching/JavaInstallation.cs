namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>A Java on this machine.</summary>
/// <param name="Program">The program <c>java</c>.</param>
/// <param name="Version">Its feature version: 8, 11, 17, 21.</param>
/// <param name="Origin">Where it was found, for people.</param>
internal sealed record JavaInstallation(string Program, int Version, string Origin)
{
    /// <summary>Checks that it can run a Spark.</summary>
    /// <exception cref="LaunchException">It is too old.</exception>
    public void Require(SparkInstallation spark)
    {
        if (Version < spark.OldestJava)
        {
            throw new LaunchException(
                $"Spark {spark.Version} needs Java {spark.Javas}, found Java {Version} ({Origin}). Set JAVA_HOME to a newer one, or take an older Spark.");
        }
    }
}
