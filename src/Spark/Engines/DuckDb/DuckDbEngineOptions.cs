namespace SparkEtl.Spark.Engines.DuckDb;

/// <summary>Settings of the embedded engine.</summary>
internal sealed record DuckDbEngineOptions
{
    /// <summary>Memory for data, with its unit (<c>8GB</c>); null for 80 % of the machine's.</summary>
    public string? Memory { get; init; }

    /// <summary>Threads; null for one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Where data goes that does not fit the memory; null for the system's temporary folder.</summary>
    public string? TempDirectory { get; init; }

    /// <summary>Told each statement before it runs; null for none.</summary>
    public Action<string>? OnStatement { get; init; }

    /// <summary>Told how much of a running statement is done, 0 to 1; null for none.</summary>
    public Action<double>? OnProgress { get; init; }
}
