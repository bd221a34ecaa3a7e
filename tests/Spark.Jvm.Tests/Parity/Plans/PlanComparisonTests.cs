using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>The comparison of random plans finds what is wrong and shows it small.</summary>
public sealed class PlanComparisonTests
{
    private const int MostPlans = 200;

    [Test]
    public void A_wrong_rendering_is_found_and_shown_in_a_small_plan()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions { Memory = "1GB" });
        var greater = FunctionCatalogue.Get(">");
        var wrong = new Function
        {
            Name = greater.Name,
            Kind = greater.Kind,
            Family = greater.Family,
            Signature = greater.Signature,
            Spark = greater.Spark,
            DuckDb = FunctionCatalogue.Get(">=").DuckDb,
        };
        var comparison = new PlanComparison(engine, engine, e => e is Call call && call.Function == greater ? call with { Function = wrong } : e);
        var (plans, difference) = (0, (PlanDifference?)null);
        while (difference is null && plans < MostPlans)
        {
            difference = comparison.Difference(++plans);
        }

        Assert.That(difference, Is.Not.Null, $"{MostPlans} plans");
        TestContext.Out.WriteLine($"after {plans} plans: {difference}");
        var coverage = new PlanCoverage();
        coverage.Add(difference!.Plan, hasRows: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(coverage.Functions.Keys, Does.Contain(">"));
            Assert.That(Depth(difference.Plan), Is.LessThanOrEqualTo(3));
            Assert.That(difference.Choices.Count(c => c != 0), Is.LessThan(15));
        }
    }

    [Test]
    public void The_same_numbers_make_the_same_plan()
    {
        // Functions in C# are numbered as an engine meets them.
        static string Text(int seed)
        {
            using var engine = new DuckDbEngine(new DuckDbEngineOptions { Memory = "1GB" });
            return string.Join("\n", engine.Explain(new RandomPlan(Choices.Random(seed), seed).Relation));
        }

        for (var seed = 1; seed <= 20; seed++)
        {
            var (once, again) = (Text(seed), Text(seed));
            Assert.That(again, Is.EqualTo(once));
        }
    }

    // Steps over the tables.
    private static int Depth(Relation relation) =>
        relation is LocalData || RandomLeaves.All.Any(l => ReferenceEquals(l, relation)) ? 0 : 1 + relation.Inputs.Select(Depth).DefaultIfEmpty().Max();
}
