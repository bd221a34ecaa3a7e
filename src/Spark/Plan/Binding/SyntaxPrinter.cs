using System.Globalization;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>An expression as Spark names a column that was given no name: <c>(a + 1)</c>, <c>sum(x)</c>, <c>CAST(a AS INT)</c>.</summary>
internal static class SyntaxPrinter
{
    private static readonly HashSet<string> Infix = new(StringComparer.Ordinal)
    {
        "+", "-", "*", "/", "%", "div", "=", "<=>", "<", "<=", ">", ">=", "&", "|", "^", "and", "or",
    };

    public static string Print(ExpressionSyntax syntax) => Recursion.Run(() => PrintNode(syntax));

    private static string PrintNode(ExpressionSyntax syntax) => syntax switch
    {
        NameSyntax name => name.Parts[^1],
        BoundSyntax bound => bound.Attribute.Name,
        ExactSyntax { Expression: Expressions.Attribute attribute } => attribute.Name,
        LiteralSyntax literal => Literal(literal.Value, literal.Type),
        StarSyntax star => star.Qualifier.Count == 0 ? "*" : string.Join('.', star.Qualifier) + ".*",
        AliasSyntax alias => $"{Print(alias.Of)} AS {string.Join(", ", alias.Names)}",
        FieldSyntax field => $"{Print(field.Of)}.{field.Name}",
        CastSyntax cast => $"{(cast.Try ? "TRY_CAST" : "CAST")}({Print(cast.Of)} AS {cast.Type.SimpleString.ToUpperInvariant()})",
        CaseSyntax @case => Case(@case),
        CallSyntax call => Call(call),
        LambdaSyntax lambda => $"lambdafunction({Print(lambda.Body)}, {string.Join(", ", lambda.Parameters)})",
        SortSyntax sort => Sort(sort),
        OverSyntax over => $"{Print(over.Function)} OVER {Window(over.Window)}",
        ScalarSubquerySyntax => "scalarsubquery()",
        ExistsSyntax => "exists()",
        InSubquerySyntax inQuery => $"({string.Join(", ", inQuery.Values.Map(Print))} IN (listquery()))",
        _ => syntax.GetType().Name,
    };

    private static string Call(CallSyntax call)
    {
        var arguments = call.Arguments.Map(Print);
        if (Infix.Contains(call.Name) && arguments.Count == 2)
        {
            return $"({arguments[0]} {call.Name.ToUpperInvariant()} {arguments[1]})";
        }

        return (call.Name, arguments.Count) switch
        {
            ("not", 1) => $"(NOT {arguments[0]})",
            ("negative", 1) => $"(- {arguments[0]})",
            ("positive", 1) => $"(+ {arguments[0]})",
            ("~", 1) => $"~{arguments[0]}",
            ("||", 2) => $"concat({arguments[0]}, {arguments[1]})",
            ("isnull", 1) => $"({arguments[0]} IS NULL)",
            ("isnotnull", 1) => $"({arguments[0]} IS NOT NULL)",
            ("getitem", 2) => $"{arguments[0]}[{arguments[1]}]",
            ("like", 2) => $"{arguments[0]} LIKE {arguments[1]}",
            ("rlike", 2) => $"RLIKE({arguments[0]}, {arguments[1]})",
            ("in", > 0) => $"({arguments[0]} IN ({string.Join(", ", arguments.Skip(1))}))",
            ("between", 3) => $"(({arguments[0]} >= {arguments[1]}) AND ({arguments[0]} <= {arguments[2]}))",
            ("count", 1) when call.Arguments[0] is StarSyntax => "count(1)",
            _ => $"{call.Name}({(call.Distinct ? "DISTINCT " : string.Empty)}{string.Join(", ", arguments)}){Filter(call)}",
        };
    }

    private static string Filter(CallSyntax call) => call.Filter is null ? string.Empty : $" FILTER (WHERE {Print(call.Filter)})";

    private static string Case(CaseSyntax @case)
    {
        var operand = @case.Operand is null ? string.Empty : " " + Print(@case.Operand);
        var branches = string.Concat(@case.Branches.Map(b => @case.Operand is null
            ? $" WHEN {Print(b.When)} THEN {Print(b.Then)}"
            : $" WHEN ({operand.TrimStart()} = {Print(b.When)}) THEN {Print(b.Then)}"));
        return $"CASE{branches}{(@case.Else is null ? string.Empty : $" ELSE {Print(@case.Else)}")} END";
    }

    private static string Sort(SortSyntax sort)
    {
        var direction = sort.Descending ? "DESC" : "ASC";
        var nulls = (sort.NullsFirst ?? !sort.Descending) ? "FIRST" : "LAST";
        return $"{Print(sort.Of)} {direction} NULLS {nulls}";
    }

    private static string Window(WindowSyntax window)
    {
        if (window.Name is not null)
        {
            return window.Name;
        }

        var parts = new List<string>();
        if (window.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {string.Join(", ", window.PartitionBy.Map(Print))}");
        }

        if (window.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {string.Join(", ", window.OrderBy.Map(Sort))}");
        }

        if (window.Frame is { } frame)
        {
            parts.Add($"{(frame.Rows ? "ROWS" : "RANGE")} BETWEEN {Bound(frame.Start)} AND {Bound(frame.End)}");
        }

        return $"({string.Join(' ', parts)})";
    }

    private static string Bound(FrameBoundSyntax bound) => bound.Kind switch
    {
        Expressions.FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
        Expressions.FrameBoundKind.UnboundedFollowing => "UNBOUNDED FOLLOWING",
        Expressions.FrameBoundKind.CurrentRow => "CURRENT ROW",
        Expressions.FrameBoundKind.Preceding => $"{Print(bound.Offset!)} PRECEDING",
        _ => $"{Print(bound.Offset!)} FOLLOWING",
    };

    private static string Literal(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "NULL",
        (bool b, _) => b ? "true" : "false",
        (double d, _) => Catalogue.Kernels.Casts.JavaNumberText.Of(d),
        (float f, _) => Catalogue.Kernels.Casts.JavaNumberText.Of(f),
        (byte[] b, _) => $"X'{Convert.ToHexString(b)}'",
        (int days, DateType) => $"DATE '{Catalogue.Kernels.Casts.DateTimeText.Date(days)}'",
        (long micros, DayTimeIntervalType interval) => Catalogue.Kernels.Casts.IntervalText.Of(micros, interval),
        (int months, YearMonthIntervalType interval) => Catalogue.Kernels.Casts.IntervalText.Of(months, interval),
        (long micros, TimestampType) => $"TIMESTAMP '{Catalogue.Kernels.Casts.DateTimeText.Timestamp(micros)}'",
        (long micros, TimestampNtzType) => $"TIMESTAMP_NTZ '{Catalogue.Kernels.Casts.DateTimeText.Timestamp(micros)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };
}
