namespace SparkEtl.Utils.Configuration;

/// <summary>One thing that is wrong with a configuration.</summary>
/// <param name="Where">Where it was written: <c>config.yaml(12,7)</c>, <c>environment variable NAME</c> or <c>--set key</c>.</param>
/// <param name="What">What was found, what was expected, and what to do.</param>
public sealed record ConfigurationProblem(string Where, string What)
{
    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{Where}: {What}";
}
