using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Jvm.Tests.Parity.Plans;

/// <summary>
/// A plan made of random steps over small tables. Its result is certain: no order that nobody asked for decides what is in it, no function
/// in it can fail, doubles are sums of halves. It has at most some thousand rows.
/// </summary>
internal sealed partial class RandomPlan
{
    private const int MostColumns = 32;
    private const int MostSteps = 4;
    private const int Endings = 5;

    // By the largest number that joins and explosions can make of the rows of the tables.
    private const long MostRows = 2_000;

    private readonly Choices choices;
    private readonly RandomValues values;
    private long rows = RandomLeaves.Rows;
    private int names;
    private bool isMeasured;

    /// <summary>A plan that those choices decide.</summary>
    /// <param name="numbers">The choices.</param>
    /// <param name="turn">Which functions' turn it is.</param>
    /// <param name="altered">Exchanges calls, for tests of the suite itself; null to leave them.</param>
    public RandomPlan(IReadOnlyList<int> numbers, int turn, Func<Expression, Expression>? altered = null)
    {
        choices = new Choices(numbers);
        values = new RandomValues(choices, altered);
        Relation = Build(turn);
    }

    public Relation Relation { get; }

    /// <summary>Kept rows, to be released.</summary>
    public List<PersistedRows> Kept { get; } = [];

    private Relation Build(int turn)
    {
        var relation = Start(turn);
        for (var steps = choices.Next(1 + MostSteps); steps > 0; steps--)
        {
            relation = Narrow(Try(relation, Step));
        }

        relation = choices.Usually() ? Try(relation, over => End(over, turn % Endings, turn / Endings)) : relation;
        return !isMeasured && choices.Rarely(3) ? Try(relation, Last) : relation;
    }

    // Those functions too come round in turn that are none of one row.
    private Relation End(Relation over, int kind, int turn) => kind switch
    {
        0 => Measured(over, turn),
        1 or 3 => OverWindow(OverWindow(over, OverWindows[2 * turn % OverWindows.Count]), OverWindows[((2 * turn) + 1) % OverWindows.Count]),
        _ => Exploded(over, Generators[turn % Generators.Count]),
    };

    private static Relation Try(Relation over, Func<Relation, Relation> step)
    {
        try
        {
            return step(over);
        }
        catch (SparkSqlException)
        {
            // The step has no meaning over these columns; what there is stays.
            return over;
        }
    }

    // Calls of the functions whose turn it is, over columns that others can be computed from.
    private Relation Start(int turn)
    {
        var (rows, functions) = PlanCalls.Of(turn);

        // As many choices for a call that is left out, so that those after it stay as they are.
        var calls = functions.Select(f => (IsIn: choices.Usually(), Call: choices.Of(f.Calls))).ToList().Where(c => c.IsIn).Select(c => values.Altered(c.Call)).ToList();
        return calls.Count == 0 ? choices.Of(RandomLeaves.All)
            : Project(rows, RandomLeaves.Exact(rows).Where(_ => choices.Rarely(4)).Concat(calls.Select(Named)));
    }

    private Relation Step(Relation over) => choices.Next(27) switch
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
        16 or 17 => OverWindow(over, choices.Of(OverWindows)),
        18 => Exploded(over, choices.Of(Generators)),
        19 => Deduplicated(over),
        20 => new Repartition(over, 1 + choices.Next(3), [], choices.Of([RepartitionKind.Coalesce, RepartitionKind.Hash])),
        21 => new Hint(over, "BROADCAST", []),
        22 => new Named(over, $"n{names++}"),
        23 => Cached(over),
        _ => new Filter(over, Subquery(over)),
    };

    // Nodes of the engine, or columns, over which nothing can stand.
    private Relation Last(Relation over) => choices.Next(3) switch
    {
        0 => PlanBuilder.Observe(over, $"o{names++}", [new AliasSyntax(new CallSyntax("count", [new LiteralSyntax(1, SqlTypes.Integer)]), ["rows"])]),
        1 => new Tail(Sorted(over), 1 + choices.Next(3)),
        _ => new Sort(over, Orders(over), true),
    };

    private Relation Narrow(Relation relation) => relation.Output.Count <= MostColumns
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

    private Sort Sorted(Relation over) => new(over, Orders(over), true);

    // By all columns, so that it does not matter which of equal rows comes first; maps have no order of their own.
    private Seq<SortOrder> Orders(Relation over) => over.Output.Map(a => new SortOrder(
        Coercion.IsOrderable(a.Type) ? a : new Cast(a, SqlTypes.String, false), choices.Maybe(), choices.Maybe()));
}
