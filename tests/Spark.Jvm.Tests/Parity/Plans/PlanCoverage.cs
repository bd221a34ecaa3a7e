using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>In how many plans each kind of node stood, and on how many plans' results each function had a say.</summary>
internal sealed class PlanCoverage
{
    // Reads of files have suites of their own; a sample is random.
    private static readonly Type[] Elsewhere = [typeof(Scan), typeof(Sample)];

    public SortedDictionary<string, int> Nodes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Functions { get; } = new(StringComparer.Ordinal);

    /// <summary>The kinds of relations in fewer plans than that.</summary>
    public IEnumerable<string> RareNodes(int fewest) => typeof(Relation).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Relation)) && !t.IsAbstract).Except(Elsewhere).Select(t => t.Name)
        .Where(n => Nodes.GetValueOrDefault(n) < fewest);

    /// <summary>The functions that are compared at all, and here in fewer plans than that.</summary>
    public IEnumerable<string> RareFunctions(int fewest) =>
        PlanCalls.Compared.Select(f => f.Name).Where(n => Functions.GetValueOrDefault(n) < fewest).Select(n => $"{n} {Functions.GetValueOrDefault(n)}");

    /// <summary>Adds a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="hasRows">Whether its result has rows; what nothing came of was not compared.</param>
    public void Add(Relation plan, bool hasRows)
    {
        var (nodes, functions) = (new HashSet<string>(), new HashSet<string>());
        Visit(plan, [.. plan.Output.Select(a => a.Id)]);
        Count(nodes, Nodes);
        Count(hasRows ? functions : [], Functions);

        void Visit(Relation relation, HashSet<AttributeId> needed)
        {
            nodes.Add(relation.GetType().Name);
            nodes.UnionWith(SubqueriesOf.Expressions(relation).SelectMany(e => e.SelfAndDescendants()).Select(e => e.GetType().Name));
            var below = new HashSet<AttributeId>(needed);
            foreach (var expression in Needed(relation, needed).SelectMany(e => e.SelfAndDescendants()))
            {
                _ = expression switch
                {
                    Call { Function.Name: var scalar } => functions.Add(scalar),
                    AggregateCall { Function.Name: var aggregate } => functions.Add(aggregate),
                    Plan.Expressions.Attribute attribute => below.Add(attribute.Id),
                    _ => true,
                };
            }

            foreach (var query in SubqueriesOf.Relation(relation))
            {
                Visit(query, [.. query.Output.Select(a => a.Id)]);
            }

            foreach (var input in relation.Inputs)
            {
                // By their rows these tell which stay.
                Visit(input, relation is Distinct or SetOperation ? [.. input.Output.Select(a => a.Id)] : below);
            }
        }
    }

    public override string ToString() =>
        $"{string.Join(", ", Nodes.Select(n => $"{n.Key} {n.Value}"))}; {Functions.Count} functions, {Functions.Count(f => f.Value >= 5)} of them in 5 plans or more, {Functions.Values.Sum()} in all";

    // What the result depends on: engines do not compute columns that are dropped further up.
    private static IEnumerable<Expression> Needed(Relation relation, HashSet<AttributeId> needed) => relation switch
    {
        Project project => project.Items.Where(i => needed.Contains(Project.AttributeOf(i).Id)),
        Aggregate aggregate => aggregate.Keys.Concat(aggregate.Aggregates.Where(a => needed.Contains(a.Id))),
        _ => SubqueriesOf.Expressions(relation),
    };

    private static void Count(IEnumerable<string> found, SortedDictionary<string, int> into)
    {
        foreach (var name in found)
        {
            into[name] = into.GetValueOrDefault(name) + 1;
        }
    }
}
