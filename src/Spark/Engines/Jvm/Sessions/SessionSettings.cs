using System.Globalization;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Engines.Jvm.Sessions;

/// <summary>The settings that a session in the JVM starts with.</summary>
internal static class SessionSettings
{
    private const string ShufflePartitions = "spark.sql.shuffle.partitions";
    private const string Master = "spark.master";
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
        (Master, "local[*]"),

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
        if (LocalThreads(settings[Master]) is { } threads)
        {
            settings.TryAdd(ShufflePartitions, (threads * PartitionsPerThread).ToString(CultureInfo.InvariantCulture));
        }
        else if (drivers() is { Count: > 0 } jars)
        {
            settings[Jars] = string.Join(',', jars.Prepend(settings.GetValueOrDefault(Jars)).OfType<string>());
        }

        return [.. settings];
    }

    /// <summary>The same for a JVM of spark-submit: what spark-submit was told stays, but for what our side relies on.</summary>
    /// <param name="given">The user's.</param>
    /// <param name="submitted">Of some settings, those that spark-submit was told.</param>
    /// <exception cref="RefusedException">Spark-submit was told a setting that changes the meaning of queries.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> OfSubmitted(
        IReadOnlyList<KeyValuePair<string, string>> given, Func<IEnumerable<string>, IReadOnlyDictionary<string, string>> submitted)
    {
        var told = submitted(given.Concat(Defaults.Select(d => KeyValuePair.Create(d.Key, d.Value))).Select(s => s.Key).Append(ShufflePartitions).Distinct());
        var meaning = new SparkSettings();
        foreach (var (key, value) in told)
        {
            meaning.Set(key, value);
        }

        var settled = given.Where(s => SparkSettings.IsPinned(s.Key) || !told.ContainsKey(s.Key)).Concat(told.Where(s => s.Key == Master));
        return [.. Of([.. settled], () => []).Where(s => SparkSettings.IsPinned(s.Key) || Fixed.Any(f => f.Key == s.Key) || !told.ContainsKey(s.Key))];
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
