namespace SparkEtl.DuckDb;

/// <summary>
/// How a database is opened. Whatever is said here, extensions are neither installed nor loaded by themselves, the time zone is UTC,
/// and the settings are locked once the database is open.
/// </summary>
public sealed record DuckDbOptions
{
    /// <summary>The database's file, created when it is not there; null for one in memory.</summary>
    public string? Path { get; init; }

    /// <summary>Opens the file for reading; several processes may do so at once. A writer locks it for all others.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Memory for data, with its unit: <c>4GB</c>, <c>500MiB</c>. Null for 80 % of the machine's.</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>Threads that run queries. Null for one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// Where data goes that does not fit the memory; created when it is needed. Empty for nowhere: what does not fit fails. Null for a
    /// folder beside the file, and for a database in memory <c>.tmp</c> in the current directory.
    /// </summary>
    public string? TempDirectory { get; init; }

    /// <summary>How much may go there, with its unit. Null for 90 % of what is free.</summary>
    public string? MaxTempDirectorySize { get; init; }

    /// <summary>Whether SQL may name files: COPY, read_csv, ATTACH.</summary>
    public bool EnableExternalAccess { get; init; } = true;

    /// <summary>Whether rows without ORDER BY come in the order of their source; big scans are faster without.</summary>
    public bool PreserveInsertionOrder { get; init; }

    /// <summary>
    /// Further settings of DuckDB by name, applied before the settings are locked. Unless given, max_expression_depth is 5000: enough for
    /// all the nesting DuckDB's parser takes, some 1,600 queries within each other.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
