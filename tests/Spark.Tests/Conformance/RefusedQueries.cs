namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>The queries that the embedded engine refuses by name: none, and so it stays.</summary>
internal static class RefusedQueries
{
    /// <summary>How many there may be.</summary>
    public const int Most = 0;

    public static IReadOnlyList<string> Committed { get; } = [];
}
