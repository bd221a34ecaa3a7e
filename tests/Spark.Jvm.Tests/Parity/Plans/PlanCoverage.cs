using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>In how many plans each kind of node and each function stood.</summary>
internal sealed class PlanCoverage
{
    // Reads of files have suites of their own; a sample is random.
    private static readonly Type[] Elsewhere = [typeof(Scan), typeof(Sample)];

    public SortedDictionary<string, int> Nodes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>The kinds of relations in fewer plans than that.</summary>
    public IEnumerable<string> Rare(int fewest) => typeof(Relation).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Relation)) && !t.IsAbstract).Except(Elsewhere).Select(t => t.Name)
        .Where(n => Nodes.GetValueOrDefault(n) < fewest);

    public void Add(Relation plan)
    {
        var (nodes, functions) = (new HashSet<string>(), new HashSet<string>());
        Visit(plan);
        Count(nodes, Nodes);
        Count(functions, Functions);

        void Visit(Relation relation)
        {
            nodes.Add(relation.GetType().Name);
            foreach (var expression in SubqueriesOf.Expressions(relation).SelectMany(e => e.SelfAndDescendants()))
            {
                nodes.Add(expression.GetType().Name);
                if (expression is Call { Function.Name: var scalar })
                {
                    functions.Add(scalar);
                }
                else if (expression is AggregateCall { Function.Name: var aggregate })
                {
                    functions.Add(aggregate);
                }
            }

            foreach (var below in relation.Inputs.Concat(SubqueriesOf.Relation(relation)))
            {
                Visit(below);
            }
        }
    }

    public override string ToString() =>
        $"{string.Join(", ", Nodes.Select(n => $"{n.Key} {n.Value}"))}; {Functions.Count} functions, {Functions.Count(f => f.Value >= 5)} of them in 5 plans or more";

    private static void Count(IEnumerable<string> found, SortedDictionary<string, int> into)
    {
        foreach (var name in found)
        {
            into[name] = into.GetValueOrDefault(name) + 1;
        }
    }
}
