using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>A plan that two engines disagree on, made as small as it could be.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Choices">The numbers that make it.</param>
/// <param name="Text">Both answers, and the statements of both engines.</param>
internal sealed record PlanDifference(Relation Plan, IReadOnlyList<int> Choices, string Text)
{
    public override string ToString() => $"choices [{string.Join(", ", Choices)}]\n{Text}";
}
