using System.Globalization;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Parsing;

/// <summary>
/// Writes syntax so that its structure can be read: operators and calls as <c>name(arguments)</c>, names in brackets when they have several
/// parts, literals with their type where it is not obvious.
/// </summary>
internal static class SyntaxPrinter
{
    public static string Print(ExpressionSyntax expression) => expression switch
    {
        NameSyntax name => Name(name.Parts),
        StarSyntax star => (star.Qualifier.Count > 0 ? Name(star.Qualifier) + "." : "") + "*"
            + (star.Except.Count > 0 ? $" except ({List(star.Except)})" : ""),
        LiteralSyntax literal => Literal(literal),
        CallSyntax call => Call(call),
        FieldSyntax field => $"{Print(field.Of)}.{field.Name}",
        CastSyntax cast => $"{(cast.Try ? "try_cast" : "cast")}({Print(cast.Of)} as {cast.Type.SimpleString})",
        CaseSyntax c => Case(c),
        LambdaSyntax lambda => $"({string.Join(", ", lambda.Parameters)}) -> {Print(lambda.Body)}",
        AliasSyntax alias => $"{Print(alias.Of)} as {string.Join("/", alias.Names)}",
        SortSyntax sort => Sort(sort),
        OverSyntax over => $"{Print(over.Function)} over {Window(over.Window)}",
        ScalarSubquerySyntax subquery => $"scalar({Print(subquery.Query)})",
        ExistsSyntax exists => $"exists({Print(exists.Query)})",
        InSubquerySyntax inQuery => $"in(({List(inQuery.Values)}), {Print(inQuery.Query)})",
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    public static string Print(QuerySyntax query) => query switch
    {
        WithSyntax with => $"with {string.Join(", ", with.Tables.Select(t => $"{t.Name}{Columns(t.Columns)}=[{Print(t.Query)}]"))} {Print(with.Body)}",
        SelectSyntax select => Select(select),
        SetOperationSyntax set => $"{set.Kind.ToString().ToLowerInvariant()}{(set.All ? " all" : "")}({Print(set.Left)}; {Print(set.Right)})",
        ValuesSyntax values => $"values {string.Join(", ", values.Rows.Select(r => $"({List(r)})"))}",
        OrderedSyntax ordered => $"[{Print(ordered.Query)}]"
            + (ordered.OrderBy.Count > 0 ? $" {(ordered.WithinPartitions ? "sort" : "order")} by {List(ordered.OrderBy)}" : "")
            + (ordered.Limit is { } limit ? $" limit {Print(limit)}" : "")
            + (ordered.Offset is { } offset ? $" offset {Print(offset)}" : ""),
        TableSyntax table => Name(table.Name),
        TableFunctionSyntax function => "function " + Print(function.Call),
        AliasedSyntax aliased => $"({Print(aliased.Source)}) {aliased.Alias}{Columns(aliased.Columns)}",
        JoinSyntax join => Join(join),
        LateralViewSyntax view => $"view{(view.Outer ? " outer" : "")}({Print(view.Source)}; {Print(view.Generator)} {view.Alias}{Columns(view.Columns)})",
        PivotSyntax pivot => $"pivot({Print(pivot.Source)}; {List(pivot.Aggregates)} for {List(pivot.Columns)} in "
            + $"{string.Join(", ", pivot.Values.Select(v => $"({List(v.Values)}){(v.Alias is null ? "" : " as " + v.Alias)}"))})",
        TableSampleSyntax sample => $"sample({Print(sample.Source)}; "
            + string.Create(CultureInfo.InvariantCulture, $"percent={sample.Percent} rows={sample.Rows} seed={sample.Seed})"),
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    public static string Window(WindowSyntax window)
    {
        if (window.Name is not null)
            return window.Name;

        string[] parts =
        [
            window.PartitionBy.Count > 0 ? $"partition by {List(window.PartitionBy)}" : "",
            window.OrderBy.Count > 0 ? $"order by {List(window.OrderBy)}" : "",
            window.Frame is { } f ? $"{(f.Rows ? "rows" : "range")} {Bound(f.Start)} to {Bound(f.End)}" : "",
        ];
        return $"({string.Join(" ", parts.Where(p => p.Length > 0))})";
    }

    private static string Name(IReadOnlyList<string> parts) => parts.Count == 1 ? parts[0] : $"[{string.Join("|", parts)}]";

    private static string List(IEnumerable<ExpressionSyntax> items) => string.Join(", ", items.Select(Print));

    private static string Columns(IReadOnlyCollection<string> columns) => columns.Count > 0 ? $"({string.Join(", ", columns)})" : "";

    private static string Literal(LiteralSyntax literal) => (literal.Value, literal.Type) switch
    {
        (null, _) => "null",
        (true, _) => "true",
        (false, _) => "false",
        (string text, _) => $"'{text}'",
        (byte[] bytes, _) => $"X'{Convert.ToHexString(bytes)}'",
        (int number, IntegerType) => number.ToString(CultureInfo.InvariantCulture),
        var (value, type) => string.Create(CultureInfo.InvariantCulture, $"{value}:{type.SimpleString}"),
    };

    private static string Call(CallSyntax call) =>
        $"{call.Name}({(call.Distinct ? "distinct " : "")}{List(call.Arguments)})"
        + (call.WithinGroup.Count > 0 ? $" within group ({List(call.WithinGroup)})" : "")
        + (call.Filter is { } filter ? $" filter ({Print(filter)})" : "")
        + call.IgnoreNulls switch { true => " ignore nulls", false => " respect nulls", null => "" };

    private static string Case(CaseSyntax c) =>
        "case" + (c.Operand is { } operand ? " " + Print(operand) : "")
        + string.Concat(c.Branches.Select(b => $" when {Print(b.When)} then {Print(b.Then)}"))
        + (c.Else is { } otherwise ? $" else {Print(otherwise)}" : "") + " end";

    private static string Sort(SortSyntax sort) => Print(sort.Of) + (sort.Descending ? " desc" : "")
        + sort.NullsFirst switch { true => " nulls first", false => " nulls last", null => "" };

    private static string Bound(FrameBoundSyntax bound) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => "start",
        FrameBoundKind.UnboundedFollowing => "end",
        FrameBoundKind.CurrentRow => "current",
        FrameBoundKind.Preceding => $"-{Print(bound.Offset!)}",
        _ => $"+{Print(bound.Offset!)}",
    };

    private static string Select(SelectSyntax select)
    {
        var text = $"select {(select.Distinct ? "distinct " : "")}{List(select.Items)}";
        text += select.From is { } from ? $" from {Print(from)}" : "";
        text += select.Where is { } where ? $" where {Print(where)}" : "";
        text += select.GroupBy is { } groupBy ? $" group by {GroupBy(groupBy)}" : "";
        text += select.Having is { } having ? $" having {Print(having)}" : "";
        return text + string.Concat(select.Windows.Select(w => $" window {w.Name}={Window(w.Window)}"));
    }

    private static string GroupBy(GroupBySyntax groupBy) => groupBy.All
        ? "ALL"
        : string.Join(", ", groupBy.Elements.Select(e => e.Kind == GroupingElementKind.Plain
            ? List(e.Sets[0])
            : $"{e.Kind.ToString().ToLowerInvariant()}({string.Join(", ", e.Sets.Select(s => $"({List(s)})"))})"));

    private static string Join(JoinSyntax join) =>
        $"{(join.Natural ? "natural " : "")}{join.Kind.ToString().ToLowerInvariant()}{(join.Lateral ? " lateral" : "")}({Print(join.Left)}; {Print(join.Right)}"
        + (join.On is { } on ? $"; on {Print(on)}" : "")
        + (join.Using.Count > 0 ? $"; using {string.Join(", ", join.Using)}" : "") + ")";
}
