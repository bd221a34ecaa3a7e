using System.Globalization;

namespace SparkEtl.Spark.Engines.Jvm.Sessions;

/// <summary>The settings that a session in the JVM starts with.</summary>
internal static class SessionSettings
{
    private const string ShufflePartitions = "spark.sql.shuffle.partitions";
    private const string Jars = "spark.jars";
    private const int PartitionsPerThread = 4;

    // What our side relies on, whatever the user sets.
    private static readonly (string Key, string Value)[] Fixed =
    [
        // Dates before 1582 and times of microseconds come exactly.
        ("spark.sql.datetime.java8API.enabled", "true"),

        // A CHAR of a database is as long as the database says, not filled up with spaces once more.
        ("spark.sql.readSideCharPadding", "false"),
        ("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED"),
        ("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED"),
        ("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED"),
        ("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED"),
    ];

    // Where the user says nothing.
    private static readonly (string Key, string Value)[] Defaults =
    [
        ("spark.app.name", "sparketl"),
        ("spark.master", "local[*]"),

        // A chain of hundreds of steps is legitimate.
        ("spark.sql.analyzer.maxIterations", "10000"),
        ("spark.sql.optimizer.maxIterations", "1000"),

        // A name with a password in it is never shown.
        ("spark.redaction.regex", "(?i)secret|password|token|access[.]?key|credential|passwd|pwd"),
    ];

    /// <summary>The user's settings with the others.</summary>
    /// <param name="given">The user's.</param>
    /// <param name="drivers">The jars of databases' drivers, which the executors of a cluster need too.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyList<KeyValuePair<string, string>> given, Func<IReadOnlyList<string>> drivers)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Defaults)
        {
            settings[key] = value;
        }

        foreach (var (key, value) in given.Where(s => s.Key.StartsWith("spark.", StringComparison.Ordinal)))
        {
            settings[key] = value;
        }

        foreach (var (key, value) in Fixed)
        {
            settings[key] = value;
        }

        // Spark's default of 200 is for a cluster; on one machine most of those tasks are empty and each costs milliseconds.
        if (LocalThreads(settings["spark.master"]) is { } threads)
        {
            settings.TryAdd(ShufflePartitions, (threads * PartitionsPerThread).ToString(CultureInfo.InvariantCulture));
        }
        else if (drivers() is { Count: > 0 } jars)
        {
            settings[Jars] = string.Join(',', jars.Prepend(settings.GetValueOrDefault(Jars)).OfType<string>());
        }

        return [.. settings];
    }

    // local, local[4], local[*], local[4,2]; null for a cluster.
    private static int? LocalThreads(string master)
    {
        var inside = master.StartsWith("local[", StringComparison.Ordinal) ? master[6..].TrimEnd(']').Split(',')[0] : null;
        return int.TryParse(inside, CultureInfo.InvariantCulture, out var threads) ? threads
            : inside == "*" ? Environment.ProcessorCount
            : master == "local" ? 1
            : null;
    }
}
