using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>Plans on two engines.</summary>
/// <param name="asked">The engine that is asked about.</param>
/// <param name="right">The engine that is right.</param>
/// <param name="altered">Exchanges calls in what the first engine runs, for tests of the suite itself; null for none.</param>
internal sealed class PlanComparison(IEngine asked, IEngine right, Func<Expression, Expression>? altered = null)
{
    private const int TriesToShrink = 200;

    /// <summary>What was compared.</summary>
    public PlanCoverage Coverage { get; } = new();

    /// <summary>How many plans the first engine refused by name.</summary>
    public int Refused { get; private set; }

    /// <summary>How many plans both engines gave an error for.</summary>
    public int Failed { get; private set; }

    /// <summary>How many plans gave rows.</summary>
    public int WithRows { get; private set; }

    /// <summary>Null when both say the same of the plan of a seed; else the smallest plan like it that they disagree on.</summary>
    public PlanDifference? Difference(int seed)
    {
        var numbers = Choices.Random(seed);
        if (Agree(numbers, seed, count: true))
        {
            return null;
        }

        var smallest = Shrinking.Smallest(numbers, candidate => !Agree(candidate, seed, count: false), TriesToShrink);
        return On(smallest, seed, (plan, first, second) => new PlanDifference(
            plan, smallest, $"   {right.Description}: {second}\n   {asked.Description}: {first}\n{Text(right, plan)}\n{Text(asked, plan)}\n"));
    }

    private bool Agree(int[] numbers, int seed, bool count) => On(numbers, seed, (plan, first, second) =>
    {
        if (count)
        {
            Refused += first.IsRefused ? 1 : 0;
            Failed += first.IsRows || first.IsRefused ? 0 : 1;
            WithRows += first is { IsRows: true, Rows.Count: > 0 } ? 1 : 0;
            if (first.IsRows)
            {
                Coverage.Add(plan, first.Rows.Count > 0);
            }
        }

        return first.IsRefused || second.IsRefused || Answer.Agree(first, second) || (first is { Types: "ERROR", Rows: ["DIVIDE_BY_ZERO"] } && second.IsRows && HasCorrelation(plan));
    });

    // Of values that are all the same: an error on Spark 3.5 and on the embedded engine, null on Spark 4.
    private static bool HasCorrelation(Relation plan)
    {
        var coverage = new PlanCoverage();
        coverage.Add(plan, hasRows: true);
        return coverage.Functions.ContainsKey("corr");
    }

    private TResult On<TResult>(int[] numbers, int seed, Func<Relation, Answer, Answer, TResult> use)
    {
        var plan = new RandomPlan(numbers, seed, altered);
        var same = altered is null ? plan : new RandomPlan(numbers, seed);
        try
        {
            var first = Answer.Of(asked, plan.Relation);
            return use(plan.Relation, first, first.IsRefused ? first : Answer.Of(right, same.Relation));
        }
        finally
        {
            foreach (var rows in plan.Kept.Concat(same.Kept))
            {
                asked.Release(rows);
                right.Release(rows);
            }
        }
    }

    private static string Text(IEngine engine, Relation plan)
    {
        try
        {
            return string.Join("\n", engine.Explain(plan));
        }
        catch (SparkSqlException e)
        {
            return e.Message;
        }
    }
}
