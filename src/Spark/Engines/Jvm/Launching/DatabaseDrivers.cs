namespace SparkEtl.Spark.Engines.Jvm.Launching;

/// <summary>The jars of databases' JDBC drivers: of a folder that is named, of one beside the project, or of Maven's local repository.</summary>
internal sealed class DatabaseDrivers(Surroundings surroundings)
{
    /// <summary>The variable that names the folder.</summary>
    public const string Variable = "SPARKETL_JDBC";

    private const string Beside = "shared/jdbc";

    private static readonly string[] Artifacts =
    [
        "com/mysql/mysql-connector-j", "org/mariadb/jdbc/mariadb-java-client", "org/postgresql/postgresql", "com/amazon/redshift/redshift-jdbc42",
    ];

    /// <summary>The places, for a message about a driver that is in none of them.</summary>
    public static string Places =>
        $"the folder {Variable} names, {Beside} of a folder above, the folder jars of Spark, Maven's local repository";

    /// <summary>The jars, in the order of the class path.</summary>
    /// <exception cref="LaunchException">The folder that is named is not there, or holds no jar.</exception>
    public IReadOnlyList<string> Find()
    {
        if (surroundings.Variable(Variable) is { } folder)
        {
            var named = Jars(folder);
            return named.Length > 0 ? named : throw new LaunchException(
                $"{Variable} names {folder}, which {(Directory.Exists(folder) ? "holds no jar" : "is not there")}. "
                + "Put the JDBC drivers there (mysql-connector-j-*.jar, mariadb-java-client-*.jar, postgresql-*.jar), or name the folder that has them.");
        }

        var beside = surroundings.Upwards().Select(f => Path.Combine(f, Beside)).Where(Directory.Exists).Take(1).SelectMany(Jars).ToArray();
        return beside.Length > 0 ? beside : [.. Artifacts.SelectMany(Newest)];
    }

    private static string[] Jars(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.jar").Order(StringComparer.Ordinal)] : [];

    private IEnumerable<string> Newest(string artifact)
    {
        var repository = surroundings.Variable("HOME") is { } home ? Path.Combine(home, ".m2", "repository") : null;
        var folder = repository is null ? null : Path.Combine(repository, artifact);
        return folder is not null && Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .Select(f => (Version: Version.TryParse(Path.GetFileName(f), out var v) ? v : null, Jar: Path.Combine(f, $"{Path.GetFileName(artifact)}-{Path.GetFileName(f)}.jar")))
                .Where(f => f.Version is not null && File.Exists(f.Jar)).OrderByDescending(f => f.Version).Take(1).Select(f => f.Jar)
            : [];
    }
}
