using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>
/// A plan made of random steps over small tables. Its result is certain: no order that nobody asked for decides what is in it, no function
/// in it can fail, doubles are sums of halves. It has at most some thousand rows.
/// </summary>
internal sealed partial class RandomPlan
{
    private const int MostColumns = 7;
    private const int MostSteps = 7;

    // By the largest number that joins and explosions can make of the rows of the tables.
    private const long MostRows = 2_000;

    // Doubles of these differ in their last digits, so nothing but the comparison may follow.
    private static readonly string[] Statistics = ["avg", "stddev_samp", "var_pop", "skewness", "kurtosis", "variance"];

    private readonly Choices choices;
    private readonly RandomValues values;
    private long rows = RandomLeaves.Rows;
    private int names;
    private bool isWhole;

    /// <summary>A plan that those choices decide.</summary>
    public RandomPlan(IReadOnlyList<int> numbers, Func<Expression, Expression>? altered = null)
    {
        choices = new Choices(numbers);
        values = new RandomValues(choices, altered);
        Relation = Build();
    }

    public Relation Relation { get; }

    /// <summary>Kept rows, to be released.</summary>
    public List<PersistedRows> Kept { get; } = [];

    private Relation Build()
    {
        var relation = choices.Of(RandomLeaves.All);
        for (var steps = 1 + choices.Next(MostSteps); steps > 0 && !isWhole; steps--)
        {
            try
            {
                relation = Narrow(Step(relation));
            }
            catch (SparkSqlException)
            {
                // The step has no meaning over these columns; what there is stays.
            }
        }

        return relation;
    }

    private Relation Step(Relation over) => choices.Next(26) switch
    {
        0 => Project(over, over.Output.Where(_ => choices.Maybe()).Select(a => (Expression)a).Append(Named(values.Value(over, 2)))),
        1 or 2 or 3 => Project(over, over.Output.Select(a => (Expression)a).Append(Named(values.Value(over, 2)))),
        4 or 5 => new Filter(over, values.Condition(over)),
        6 or 7 => Group(over, GroupingElementKind.Plain),
        8 => Group(over, GroupingElementKind.Rollup),
        9 => Group(over, GroupingElementKind.Cube),
        10 or 11 or 12 => Joined(over),
        13 => Together(Comparable(over)),
        14 => new Distinct(Comparable(over)),
        15 => new Limit(Sorted(over), choices.Rarely(5) ? null : 1 + choices.Next(4), choices.Next(2)),
        16 or 17 => OverWindow(over),
        18 => Exploded(over),
        19 => Deduplicated(over),
        20 => new Repartition(over, 1 + choices.Next(3), [], choices.Of([RepartitionKind.Coalesce, RepartitionKind.Hash])),
        21 => new Hint(over, "BROADCAST", []),
        22 => new Named(over, $"n{names++}"),
        23 => Cached(over),
        24 => Last(over),
        _ => new Filter(over, Subquery(over)),
    };

    // Nodes of the engine, or columns, over which nothing can stand.
    private Relation Last(Relation over)
    {
        isWhole = true;
        return choices.Next(4) switch
        {
            0 => PlanBuilder.Observe(over, $"o{names++}", [new AliasSyntax(new CallSyntax("count", [new LiteralSyntax(1, Sql.Types.SqlTypes.Integer)]), ["rows"])]),
            1 => new Tail(Sorted(over), 1 + choices.Next(3)),
            2 => Group(over, GroupingElementKind.Plain, Statistics),
            _ => new Sort(over, Comparable(over).Output.Map(a => new SortOrder(a, choices.Maybe(), choices.Maybe())), true),
        };
    }

    private Relation Narrow(Relation relation) => relation.Output.Count <= MostColumns || isWhole
        ? relation
        : new Project(relation, relation.Output.Skip(relation.Output.Count - MostColumns).Select(a => (Expression)a).ToSeq());

    private Alias Named(Expression value) => Alias.New(value, $"v{names++}");

    private bool MayGrow(int times)
    {
        if (rows * times > MostRows)
        {
            return false;
        }

        rows *= times;
        return true;
    }

    private static Project Project(Relation over, IEnumerable<Expression> items) => new(over, items.Distinct().ToSeq());

    // A relation that shares no column with what it was made from.
    private static Project Fresh(Relation relation) => new(relation, relation.Output.Map(a => (Expression)Alias.New(a, a.Name))) { Relabels = true };

    // Columns that can be compared; a constant where there is none.
    private static Relation Comparable(Relation over)
    {
        var comparable = over.Output.Where(a => Coercion.IsOrderable(a.Type)).ToList();
        return comparable.Count == over.Output.Count ? over
            : Project(over, comparable.Count > 0 ? comparable : (IEnumerable<Expression>)[Alias.New(Literal.Of(1), "one")]);
    }

    private static Relation Sorted(Relation over)
    {
        var comparable = Comparable(over);
        return new Sort(comparable, comparable.Output.Map(a => new SortOrder(a, false, true)), true);
    }
}
