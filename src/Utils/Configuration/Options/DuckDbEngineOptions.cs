using System.ComponentModel.DataAnnotations;

namespace SparkEtl.Utils.Configuration.Options;

/// <summary>The embedded engine, in this process: no server, no JVM.</summary>
public sealed record DuckDbEngineOptions : EngineOptions
{
    /// <summary>The most memory it may take, such as 4GB or 512MB; what does not fit goes to the temporary directory. Default: 80 % of the machine's.</summary>
    [RegularExpression(@"^\d+(\.\d+)?\s?([KMGT]i?B|%)$", ErrorMessage = "a number and a unit, such as 4GB, 512MB or 60%")]
    public string? Memory { get; init; }

    /// <summary>The number of threads. Default: all processors.</summary>
    [Range(1, 1024)]
    public int? Threads { get; init; }

    /// <summary>Where data goes that does not fit into memory. Default: a directory of its own in the system's temporary directory.</summary>
    public string? TempDirectory { get; init; }
}
