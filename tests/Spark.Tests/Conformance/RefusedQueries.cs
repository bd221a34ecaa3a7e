namespace SparkEtl.Spark.Tests.Conformance;

/// <summary>The queries that the embedded engine refuses by name: a list that may only shrink.</summary>
internal static class RefusedQueries
{
    /// <summary>How many there may be. Lower it when the list gets shorter.</summary>
    public const int Most = 0;

    public static IReadOnlyList<string> Committed { get; } = [];
}
