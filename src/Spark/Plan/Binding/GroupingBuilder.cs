using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Groups an input, and moves the aggregates of expressions written over the input into the grouping.</summary>
internal sealed class GroupingBuilder
{
    private readonly Relation input;
    private readonly List<Expression> sources = [];
    private readonly Seq<Expression> keys;
    private readonly Seq<Seq<int>>? sets;
    private readonly Dictionary<AggregateCall, Alias> aggregates = [];
    private readonly HashSet<AttributeId> columns;

    /// <summary>Creates a grouping.</summary>
    /// <param name="input">What is grouped.</param>
    /// <param name="groupingSets">The sets of key expressions; one set for a plain GROUP BY, one empty set for none.</param>
    /// <param name="several">ROLLUP, CUBE or GROUPING SETS asked for them, though it may be for one.</param>
    public GroupingBuilder(Relation input, List<List<Expression>> groupingSets, bool several = false)
    {
        this.input = input;
        columns = [.. input.Output.Select(a => a.Id)];
        foreach (var key in groupingSets.SelectMany(s => s))
        {
            if (!sources.Contains(key))
            {
                sources.Add(key);
            }
        }

        sets = !several ? null : groupingSets.Select(s => s.Select(k => sources.IndexOf(k)).Distinct().ToSeq()).ToSeq();
        keys = sources.Select(k => k is Attribute && sets is null ? k : Alias.New(k, k is Attribute a ? a.Name : "key")).ToSeq();
    }

    /// <summary>The grouping with the aggregates asked for so far.</summary>
    public Relation Relation => new Aggregate(input, keys, sets, aggregates.Values.ToSeq());

    /// <summary>The expression over the grouping that means the given one over the input.</summary>
    /// <exception cref="AnalysisException">A column is neither a key nor inside an aggregate.</exception>
    public Expression Over(Expression expression, HashSet<AttributeId> known) => expression.Rewrite(node =>
    {
        var key = sources.IndexOf(node);
        return key >= 0 ? Project.AttributeOf(keys[key]) : node switch
        {
            AggregateCall call => Hoist(call),
            WindowCall { Function: AggregateCall function } window => window with
            {
                Function = function.WithChildren(function.Children.Map(c => Over(c, known))),
                PartitionBy = window.PartitionBy.Map(p => Over(p, known)),
                OrderBy = window.OrderBy.Map(o => o with { Of = Over(o.Of, known) }),
            },
            Attribute attribute when columns.Contains(attribute.Id) && !known.Contains(attribute.Id) => throw new AnalysisException(
                "MISSING_AGGREGATION",
                $"The column '{attribute.Name}' is neither in GROUP BY nor inside an aggregate. Group by it, or wrap it: any_value({attribute.Name})."),
            _ => null,
        };
    });

    private Attribute Hoist(AggregateCall call)
    {
        if (call.Arguments.Any(a => a.Contains<AggregateCall>()))
        {
            throw new AnalysisException("NESTED_AGGREGATE_FUNCTION", $"The aggregate {call.Function.Name} cannot hold another aggregate; use a subquery.");
        }

        if (call.Function.Name is "grouping" or "grouping_id")
        {
            call = Grouping(call);
        }

        if (!aggregates.TryGetValue(call, out var alias))
        {
            alias = Alias.New(call, call.Function.Name);
            aggregates.Add(call, alias);
        }

        return Project.AttributeOf(alias);
    }

    private AggregateCall Grouping(AggregateCall call)
    {
        if (sets is null)
        {
            throw new AnalysisException("UNSUPPORTED_GROUPING_EXPRESSION", $"{call.Function.Name} has a meaning only with ROLLUP, CUBE or GROUPING SETS.");
        }

        var arguments = call.Arguments.Count == 0 ? sources.ToSeq() : call.Arguments;
        return arguments.All(sources.Contains) ? call with { Arguments = arguments } : throw new AnalysisException(
            "GROUPING_COLUMN_MISMATCH", $"An argument of {call.Function.Name} is not in GROUP BY.");
    }
}
