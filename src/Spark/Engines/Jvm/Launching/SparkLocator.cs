namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>
/// Finds Spark: SPARK_HOME; the archive of a distribution, which SPARKETL_SPARK_ARCHIVE names or which lies in <c>shared/spark</c> of a
/// folder above; Maven. What is found by a variable is taken or reported, never passed over.
/// </summary>
internal sealed class SparkLocator(Surroundings surroundings)
{
    private const string HomeVariable = "SPARK_HOME";
    private const string ArchiveVariable = "SPARKETL_SPARK_ARCHIVE";
    private const string Beside = "shared/spark";

    /// <summary>Finds Spark, unpacking or fetching it the first time.</summary>
    /// <param name="home">A folder that the settings name; null for none.</param>
    /// <param name="java">The Java that is to run it: of several archives beside, the newest that it can run.</param>
    /// <exception cref="LaunchException">There is none, or not what was named.</exception>
    public SparkInstallation Find(string? home, JavaInstallation java)
    {
        if (home is not null)
        {
            return SparkInstallation.At(Path.Combine(home, "jars"), $"The Spark of the settings ({home})");
        }

        if (surroundings.Variable(HomeVariable) is { } named)
        {
            return SparkInstallation.At(Path.Combine(named, "jars"), $"{HomeVariable} ({named})");
        }

        if (surroundings.Variable(ArchiveVariable) is { } archive)
        {
            return File.Exists(archive)
                ? Unpacked(archive)
                : throw new LaunchException($"{ArchiveVariable} names '{archive}', which is not there. Give the path of a Spark distribution's archive.");
        }

        var found = Archives().Select(a => (Archive: a, Version: SparkArchive.VersionOf(a)))
            .Where(a => a.Version is not null && new SparkInstallation(a.Archive, a.Version, a.Archive).OldestJava <= java.Version)
            .OrderByDescending(a => a.Version).Select(a => a.Archive).FirstOrDefault();
        return found is not null ? Unpacked(found) : new MavenSpark(surroundings).Find() ?? throw new LaunchException(
            $"There is no Spark on this machine. Set {HomeVariable} to the folder of a Spark distribution (3.5 or newer), or {ArchiveVariable} to its archive, "
            + "or install Maven (mvn) to have Spark fetched, or run on the embedded engine (--engine duckdb).");
    }

    private SparkInstallation Unpacked(string archive)
    {
        var home = SparkArchive.Unpack(archive, Path.Combine(surroundings.Cache, "spark"));
        return SparkInstallation.At(Path.Combine(home, "jars"), archive);
    }

    private IEnumerable<string> Archives() => surroundings.Upwards().Select(f => Path.Combine(f, Beside)).Where(Directory.Exists).Take(1)
        .SelectMany(f => Directory.EnumerateFiles(f, "spark-*.t*"));
}
