namespace SparkEtl.EndToEnd.Tests.Program;

/// <summary>The section <c>sales</c>.</summary>
internal sealed record SalesOptions
{
    /// <summary>Publishes every pair of sales with every third one.</summary>
    public bool Pairs { get; init; }
}
