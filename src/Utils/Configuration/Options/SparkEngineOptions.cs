using System.ComponentModel.DataAnnotations;

namespace SparkEtl.Utils.Configuration.Options;

/// <summary>Apache Spark.</summary>
public sealed record SparkEngineOptions : EngineOptions
{
    private const string Size = "^[0-9]+[kKmMgGtT]$";
    private const string SizeExpected = "a whole number and a unit, such as 4g or 512m";

    /// <summary>The master: local[*], spark://host:7077, yarn. Default: what spark-submit says, else local[*].</summary>
    public string? Master { get; init; }

    /// <summary>Where the driver runs: client or cluster.</summary>
    public DeployMode DeployMode { get; init; }

    /// <summary>The heap of the driver's JVM. Default: 1g.</summary>
    [RegularExpression(Size, ErrorMessage = SizeExpected)]
    public string? DriverMemory { get; init; }

    /// <summary>The processors of the driver's container.</summary>
    [Range(1, 1024)]
    public int? DriverCores { get; init; }

    /// <summary>What the driver's container has beside the heap. Default: a tenth of the heap, at least 384m, and program_memory; more beside a small heap.</summary>
    [RegularExpression(Size, ErrorMessage = SizeExpected)]
    public string? DriverOverhead { get; init; }

    /// <summary>What the .NET program may take beside the driver's JVM, under spark-submit. Default: 512m.</summary>
    [RegularExpression(Size, ErrorMessage = SizeExpected)]
    public string? ProgramMemory { get; init; }

    /// <summary>The number of executors.</summary>
    [Range(1, 100_000)]
    public int? Instances { get; init; }

    /// <summary>The heap of an executor. Default: 1g.</summary>
    [RegularExpression(Size, ErrorMessage = SizeExpected)]
    public string? ExecutorMemory { get; init; }

    /// <summary>The processors of an executor: how many tasks it runs at once.</summary>
    [Range(1, 1024)]
    public int? ExecutorCores { get; init; }

    /// <summary>What an executor's container has beside the heap. Default: a tenth of the heap, at least 384m.</summary>
    [RegularExpression(Size, ErrorMessage = SizeExpected)]
    public string? ExecutorOverhead { get; init; }

    /// <summary>The queue of YARN.</summary>
    public string? Queue { get; init; }

    /// <summary>The Kerberos principal to run as.</summary>
    public string? Principal { get; init; }

    /// <summary>The file with the principal's keys.</summary>
    public string? Keytab { get; init; }

    /// <summary>A file of lines NAME=value that spark-submit ships to the driver; it stands above .env.</summary>
    public string? Secrets { get; init; }

    /// <summary>Spark's own settings, such as spark.executor.extraJavaOptions.</summary>
    public IReadOnlyDictionary<string, string> Conf { get; init; } = new Dictionary<string, string>();
}
