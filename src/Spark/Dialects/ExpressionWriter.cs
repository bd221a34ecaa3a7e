using System.Globalization;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Dialects;

/// <summary>
/// Expressions to SQL text. Every text is safe in any place: an operator stands in parentheses. What a function is called is said by its
/// <see cref="Rendering"/>; a rendering made of other nodes, or of text with several aggregates in it, gets the aggregate's clauses on each.
/// </summary>
internal abstract partial class ExpressionWriter(SqlGenerator generator) : ExpressionVisitor<string>
{
    private readonly Dictionary<AttributeId, string> variables = [];
    private int variablesNamed;

    protected SqlGenerator Generator { get; } = generator;

    protected Dialect Dialect => Generator.Dialect;

    /// <summary>The text of an expression whose attributes are columns of FROM items.</summary>
    public string Write(Expression expression) =>
        written.TryGetValue(expression, out var known) ? Recall(known) : Recursion.Run(() => Visit(expression));

    /// <summary>The text of an expression to sort by.</summary>
    public string Sort(SortOrder order) =>
        $"{SortKey(order.Of)} {(order.Descending ? "DESC" : "ASC")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}";

    public override string VisitAttribute(Attribute attribute) => Generator.NameOf(attribute);

    public override string VisitAlias(Alias alias) => Write(alias.Of);

    public override string VisitSqlText(SqlText text)
    {
        eagerNodes += text.IsQuery ? 1 : 0;
        return text.Text;
    }

    public override string VisitAggregateCall(AggregateCall call)
    {
        eagerNodes++;
        var order = call.WithinGroup.Count == 0 ? string.Empty : $" ORDER BY {string.Join(", ", call.WithinGroup.Map(Sort))}";
        return Render(call.Function, call.Arguments, call.Type, new AggregateClauses(
            call,
            call.Distinct ? "DISTINCT " : string.Empty,
            order,
            call.Filter is null ? string.Empty : $" FILTER (WHERE {Write(call.Filter)})"));
    }

    public override string VisitWindowCall(WindowCall call)
    {
        eagerNodes++;
        var over = $" OVER ({Window(call)})";
        return call.Function switch
        {
            AggregateCall aggregate => Render(aggregate.Function, aggregate.Arguments, aggregate.Type, new AggregateClauses(
                aggregate,
                aggregate.Distinct ? "DISTINCT " : string.Empty,
                string.Empty,
                (aggregate.Filter is null ? string.Empty : $" FILTER (WHERE {Write(aggregate.Filter)})") + over)
            {
                Window = call,
            }),
            Call function => Render(function.Function, function.Arguments, function.Type, new AggregateClauses(null, string.Empty, string.Empty, over)
            {
                Window = call,
                IgnoreNulls = function.IgnoreNulls,
            }),
            _ => throw new InvalidOperationException($"{call.Function.GetType().Name} over a window."),
        };
    }

    public override string VisitCaseWhen(CaseWhen caseWhen)
    {
        var branches = string.Concat(caseWhen.Branches.Map(b => $" WHEN {Write(b.When)} THEN {Write(b.Then)}"));
        return $"CASE{branches}{(caseWhen.Else is null ? string.Empty : $" ELSE {Write(caseWhen.Else)}")} END";
    }

    public override string VisitLambda(Lambda lambda)
    {
        var parameters = lambda.Parameters.Map(p =>
        {
            // An expression may be written in several places, its lambdas under a new name in each.
            var name = string.Create(CultureInfo.InvariantCulture, $"x{variablesNamed++}");
            variables[p.Id] = name;
            return name;
        });
        return LambdaText(parameters, Write(lambda.Body));
    }

    public override string VisitLambdaVariable(LambdaVariable variable) => variables[variable.Id];

    public override string VisitScalarSubquery(ScalarSubquery subquery) => Write(Generator.Substitute(subquery, []));

    public override string VisitExists(Exists exists) => Write(Generator.Substitute(exists, []));

    public override string VisitInSubquery(InSubquery inSubquery) => Write(Generator.Substitute(inSubquery, []));

    /// <summary>What stands for a value where rows are ordered by it.</summary>
    protected virtual string SortKey(Expression of) => Write(of);

    /// <summary>How the dialect writes a function that is an argument.</summary>
    protected abstract string LambdaText(Seq<string> parameters, string body);

    /// <summary>A call of a C# function of the engine.</summary>
    protected abstract string KernelCall(Function function, Seq<Expression> arguments, DataType type, Func<KernelSite, Kernel> make);

    /// <summary>A call of a C# aggregate of the engine.</summary>
    protected abstract string KernelAggregate(
        Function function, Seq<Expression> arguments, DataType type, Func<KernelSite, AggregateKernel> make, AggregateClauses clauses);

    /// <summary>IGNORE NULLS, where the dialect writes it: inside the parentheses, or after them.</summary>
    protected abstract string NativeCall(string name, Seq<string> arguments, AggregateClauses clauses);

    /// <summary>The frame's bound.</summary>
    protected virtual string Offset(FrameBound bound, Seq<SortOrder> order) => Write(bound.Offset!);

    private string Window(WindowCall call)
    {
        var parts = new List<string>();
        if (call.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {string.Join(", ", call.PartitionBy.Map(Write))}");
        }

        if (call.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {string.Join(", ", call.OrderBy.Map(Sort))}");
        }

        if (call.Frame is { } frame)
        {
            parts.Add($"{(frame.Rows ? "ROWS" : "RANGE")} BETWEEN {Bound(frame, frame.Start, call.OrderBy)} AND {Bound(frame, frame.End, call.OrderBy)}");
        }

        return string.Join(' ', parts);
    }

    // A number of rows, or a distance in the unit of what is ordered by.
    private string Distance(WindowFrame frame, FrameBound bound, Seq<SortOrder> order) => frame.Rows ? Write(bound.Offset!) : Offset(bound, order);

    private string Bound(WindowFrame frame, FrameBound bound, Seq<SortOrder> order) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
        FrameBoundKind.UnboundedFollowing => "UNBOUNDED FOLLOWING",
        FrameBoundKind.CurrentRow => "CURRENT ROW",
        FrameBoundKind.Preceding => $"{Distance(frame, bound, order)} PRECEDING",
        _ => $"{Distance(frame, bound, order)} FOLLOWING",
    };

    private string Render(Function function, Seq<Expression> arguments, DataType type, AggregateClauses clauses)
    {
        switch (Dialect.RenderingOf(function))
        {
            case Rendering.NativeFunction native:
                var call = NativeCall(native.Name, arguments.Map(Write), clauses);
                return native.CastResult ? $"CAST({call} AS {Dialect.TypeName(type)})" : call;
            case Rendering.TextTemplate template:
                return Decorate(Fill(template.Pattern, arguments.Map(Write), type), clauses);
            case Rendering.TextComposition composition:
                var rendered = new RenderedCall([.. arguments.Map(Write)], arguments, type, Dialect.TypeName, Write)
                {
                    IgnoreNulls = clauses.IgnoresNulls,
                    Windowed = clauses.Window is not null,
                    Filtered = clauses.Aggregate?.Filter is not null,
                };
                return Decorate(composition.Write(rendered), clauses);
            case Rendering.NodeComposition composition:
                return Write(Distribute(composition.Replace(arguments, type), clauses));
            case Rendering.ScalarKernel kernel:
                return KernelCall(function, arguments, type, kernel.Make);
            case Rendering.AggregateKernelRendering kernel:
                return KernelAggregate(function, arguments, type, kernel.Make, clauses);
            case Rendering.RefusedRendering refused:
                throw new RefusedException($"The function {function.Name}", refused.Reason);
            default:
                throw new InvalidOperationException($"{function.Name} has no rendering.");
        }
    }

    private static string Decorate(string text, AggregateClauses clauses) => text
        .Replace("{distinct}", clauses.Distinct, StringComparison.Ordinal)
        .Replace("{order}", clauses.Order, StringComparison.Ordinal)
        .Replace("{over}", clauses.After, StringComparison.Ordinal);

    private string Fill(string pattern, Seq<string> arguments, DataType type) => Placeholder().Replace(pattern, match => match.Groups[1].Value switch
    {
        "*" => string.Join(", ", arguments),
        "type" => Dialect.TypeName(type),
        "distinct" or "over" or "order" => match.Value,
        var index => arguments[int.Parse(index, CultureInfo.InvariantCulture)],
    });

    // The clauses of an aggregate that stands for others go to each of those.
    private static Expression Distribute(Expression replaced, AggregateClauses clauses) =>
        clauses.Aggregate is null ? replaced : replaced.Rewrite(node => node is AggregateCall inner
            ? OverWindow(
                inner with
                {
                    Distinct = inner.Distinct || clauses.Aggregate.Distinct,
                    Filter = clauses.Aggregate.Filter ?? inner.Filter,
                    IgnoreNulls = inner.IgnoreNulls || clauses.Aggregate.IgnoreNulls,
                    WithinGroup = inner.WithinGroup.Count > 0 ? inner.WithinGroup : clauses.Aggregate.WithinGroup,
                },
                clauses.Window)
            : null);

    private static Expression OverWindow(AggregateCall call, WindowCall? window) => window is null ? call : window with { Function = call };

    [GeneratedRegex(@"\{(\d+|\*|type|distinct|over|order)\}")]
    private static partial Regex Placeholder();
}

/// <summary>The clauses of an aggregate call, written.</summary>
/// <param name="Aggregate">The call; null for a window function.</param>
/// <param name="Distinct">What stands before the arguments.</param>
/// <param name="Order">What stands after the arguments.</param>
/// <param name="After">What stands after the parenthesis: FILTER, OVER.</param>
internal sealed record AggregateClauses(AggregateCall? Aggregate, string Distinct, string Order, string After)
{
    public static readonly AggregateClauses None = new(null, string.Empty, string.Empty, string.Empty);

    public WindowCall? Window { get; init; }

    public bool IgnoreNulls { get; init; }

    public bool IgnoresNulls => IgnoreNulls || Aggregate?.IgnoreNulls == true;
}
