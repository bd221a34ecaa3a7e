namespace SparkEtl.Driver.Submission;

/// <summary>What a submission takes along.</summary>
internal sealed record Shipment
{
    /// <summary>The folder of the Spark distribution, the one with <c>bin/spark-submit</c>.</summary>
    public required string SparkHome { get; init; }

    /// <summary>The program, as a file of this machine.</summary>
    public required string Program { get; init; }

    /// <summary>The program's folder as an archive, which a cluster unpacks for the driver; null when there is none.</summary>
    public string? Archive { get; init; }

    /// <summary>The jar with the class that spark-submit starts.</summary>
    public required string Jar { get; init; }

    /// <summary>The jars of databases' drivers.</summary>
    public IReadOnlyList<string> Drivers { get; init; } = [];

    /// <summary>What is given on to the program behind the environment and the file.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
