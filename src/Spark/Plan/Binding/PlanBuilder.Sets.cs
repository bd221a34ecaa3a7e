using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Plan.Binding;

/// <summary>Unions, set operations, pivots.</summary>
internal static partial class PlanBuilder
{
    /// <summary>UNION, INTERSECT or EXCEPT by position; columns take the names of the left side and the common types.</summary>
    public static Relation SetOperation(SetOperationKind kind, bool all, Relation left, Relation right)
    {
        if (left.Output.Count != right.Output.Count)
        {
            throw new AnalysisException(
                "NUM_COLUMNS_MISMATCH",
                $"{kind.ToString().ToUpperInvariant()} needs as many columns on both sides, found {left.Output.Count} ({Names(left)}) and {right.Output.Count} ({Names(right)}).");
        }

        var types = left.Output.Zip(right.Output, (l, r) => Coercion.CommonType(l.Type, r.Type) ?? throw new AnalysisException(
            "INCOMPATIBLE_COLUMN_TYPE",
            $"The column '{l.Name}' is {l.Type.SimpleString} on the left and {r.Type.SimpleString} on the right of {kind.ToString().ToUpperInvariant()}.")).ToArray();
        var columns = left.Output.Select((l, i) => Attribute.New(
            l.Name, types[i], kind == SetOperationKind.Except ? l.Nullable : l.Nullable || right.Output[i].Nullable)).ToSeq();
        Seq<Relation> sides = [CastColumns(left, types), CastColumns(right, types)];

        // A chain of UNION ALL is one node, so that its text does not nest.
        var operands = kind == SetOperationKind.Union && all
            ? sides.SelectMany(s => s is SetOperation { Kind: SetOperationKind.Union, All: true } union ? union.Operands : [s]).ToSeq()
            : sides;
        return new SetOperation(kind, all, operands, columns);
    }

    /// <summary>UNION ALL by name.</summary>
    public static Relation UnionByName(Relation left, Relation right, bool allowMissing)
    {
        Refuse(left, "left");
        Refuse(right, "right");
        var missing = right.Output.Where(r => !left.Output.Any(l => Same(l.Name, r.Name))).ToArray();
        var lacking = left.Output.Where(l => !right.Output.Any(r => Same(l.Name, r.Name))).ToArray();
        if (!allowMissing && (missing.Length > 0 || lacking.Length > 0))
        {
            var (name, side) = lacking.Length > 0 ? (lacking[0].Name, "right") : (missing[0].Name, "left");
            throw new AnalysisException(
                "UNRESOLVED_COLUMN.WITH_SUGGESTION", $"The {side} side of the union has no column '{name}'; pass allowMissingColumns: true to take it as null.");
        }

        var leftAll = missing.Length == 0 ? left : new Project(
            left, left.Output.Map(a => (Expression)a).AddRange(missing.Select(m => Alias.New(Literal.Null(m.Type), m.Name))));
        var rightAll = new Project(right, leftAll.Output.Map(l => right.Output.FirstOrDefault(r => Same(l.Name, r.Name))
            ?? (Expression)Alias.New(Literal.Null(l.Type), l.Name)));
        return SetOperation(SetOperationKind.Union, all: true, leftAll, rightAll);

        static void Refuse(Relation side, string which)
        {
            if (side.Output.GroupBy(a => a.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                throw new AnalysisException("COLUMN_ALREADY_EXISTS", $"The {which} side of the union has the column '{twice.Key}' twice.");
            }
        }
    }

    /// <summary>
    /// Groups by the keys, with one column for each pivot value and aggregate. As in Spark, a group without rows of a value has null there,
    /// counts too: the rows are grouped by the pivot columns first.
    /// </summary>
    public static Relation Pivot(
        Relation input, Seq<ExpressionSyntax> keys, Seq<ExpressionSyntax> columns, Seq<PivotValueSyntax> values, Seq<ExpressionSyntax> aggregates, QueryBinder? queries = null)
    {
        var grouped = Aggregate(input, Plain(keys.AddRange(columns)), aggregates, queries);
        var keyColumns = grouped.Output.Take(keys.Count).ToSeq();
        var pivotColumns = grouped.Output.Skip(keys.Count).Take(columns.Count).ToSeq();
        var results = grouped.Output.Skip(keys.Count + columns.Count).ToSeq();
        var items = keyColumns.Map(a => (ExpressionSyntax)new ExactSyntax(a)).ToList();
        foreach (var value in values)
        {
            var filter = pivotColumns
                .Zip(value.Values, (c, v) => (ExpressionSyntax)new CallSyntax("<=>", [new ExactSyntax(c), v]))
                .Aggregate((l, r) => new CallSyntax("and", [l, r]));
            var name = value.Alias ?? PivotName(value);
            items.AddRange(results.Select((r, i) => new AliasSyntax(
                new CallSyntax("first", [new ExactSyntax(r)]) { Filter = filter }, [results.Count == 1 ? name : $"{name}_{r.Name}"])));
        }

        var again = new SelectBuilder(
            grouped, new Selection(items.ToSeq()) { GroupBy = Plain(keyColumns.Map(a => (ExpressionSyntax)new ExactSyntax(a))) }, outer: null, queries);
        return again.Build();

        static GroupBySyntax Plain(Seq<ExpressionSyntax> keys) =>
            new(keys.Map(k => new GroupingElementSyntax(GroupingElementKind.Plain, [[k]])), All: false);
    }

    private static string PivotName(PivotValueSyntax value) => value.Values.Count == 1
        ? value.Values[0] is LiteralSyntax { Value: null } ? "null" : SyntaxPrinter.Print(value.Values[0])
        : $"{{{string.Join(", ", value.Values.Map(SyntaxPrinter.Print))}}}";

    private static string Names(Relation relation) => string.Join(", ", relation.Output.Map(a => a.Name));
}
