namespace SparkEtl.Utils.Configuration.Options;

/// <summary>A DuckDB database file.</summary>
public sealed record DuckDbTargetOptions : TargetOptions
{
    /// <summary>The database file; it is made when it does not exist.</summary>
    public required string Path { get; init; }
}
