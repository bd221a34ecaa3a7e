using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Sql;

/// <summary>The rows of a frame in groups: what <see cref="DataFrame.GroupBy(Column[])"/> gives. The keys come first in every result.</summary>
public sealed class RelationalGroupedDataset
{
    private readonly DataFrame frame;
    private readonly GroupingElementKind kind;
    private readonly Seq<ExpressionSyntax> keys;
    private readonly PivotColumn? pivot;

    internal RelationalGroupedDataset(DataFrame frame, GroupingElementKind kind, Seq<ExpressionSyntax> keys, PivotColumn? pivot = null)
    {
        this.frame = frame;
        this.kind = kind;
        this.keys = keys;
        this.pivot = pivot;
    }

    /// <summary>Aggregates of each group.</summary>
    /// <param name="expr">An aggregate, or an expression over aggregates and keys.</param>
    /// <param name="exprs">More of them.</param>
    public DataFrame Agg(Column expr, params Column[] exprs)
    {
        ArgumentNullException.ThrowIfNull(exprs);
        return Aggregated(ColumnsSyntax.Spread([expr, .. exprs]));
    }

    /// <summary>The number of rows of each group, as <c>count</c>.</summary>
    public DataFrame Count() =>
        Aggregated([new AliasSyntax(new CallSyntax("count", [new LiteralSyntax(1, SqlTypes.Integer)]), ["count"])]);

    /// <summary>The mean of number columns, as <c>avg(name)</c>.</summary>
    /// <param name="colNames">Columns' names; all number columns when none is given.</param>
    public DataFrame Mean(params string[] colNames) => OfNumbers("avg", colNames);

    /// <summary>The greatest value of number columns, as <c>max(name)</c>.</summary>
    /// <param name="colNames">Columns' names; all number columns when none is given.</param>
    public DataFrame Max(params string[] colNames) => OfNumbers("max", colNames);

    /// <summary>The mean of number columns, as <c>avg(name)</c>.</summary>
    /// <param name="colNames">Columns' names; all number columns when none is given.</param>
    public DataFrame Avg(params string[] colNames) => OfNumbers("avg", colNames);

    /// <summary>The least value of number columns, as <c>min(name)</c>.</summary>
    /// <param name="colNames">Columns' names; all number columns when none is given.</param>
    public DataFrame Min(params string[] colNames) => OfNumbers("min", colNames);

    /// <summary>The sum of number columns, as <c>sum(name)</c>.</summary>
    /// <param name="colNames">Columns' names; all number columns when none is given.</param>
    public DataFrame Sum(params string[] colNames) => OfNumbers("sum", colNames);

    /// <summary>A column for each value of the pivot column. Its values are asked of the engine now, at most 10,000.</summary>
    /// <param name="pivotColumn">A column's name.</param>
    public RelationalGroupedDataset Pivot(string pivotColumn) => Pivot(ColumnNames.ToColumn(pivotColumn));

    /// <summary>A column for each of those values of the pivot column.</summary>
    /// <param name="pivotColumn">A column's name.</param>
    /// <param name="values">The values, in the order of the result's columns.</param>
    public RelationalGroupedDataset Pivot(string pivotColumn, IEnumerable<object> values) => Pivot(ColumnNames.ToColumn(pivotColumn), values);

    /// <inheritdoc cref="Pivot(string)"/>
    public RelationalGroupedDataset Pivot(Column pivotColumn)
    {
        ArgumentNullException.ThrowIfNull(pivotColumn);
        return Pivoted(PivotColumn.OfAllValues(frame, pivotColumn.Syntax));
    }

    /// <inheritdoc cref="Pivot(string, IEnumerable{object})"/>
    public RelationalGroupedDataset Pivot(Column pivotColumn, IEnumerable<object> values)
    {
        ArgumentNullException.ThrowIfNull(pivotColumn);
        ArgumentNullException.ThrowIfNull(values);
        return Pivoted(PivotColumn.Of(pivotColumn.Syntax, values));
    }

    private RelationalGroupedDataset Pivoted(PivotColumn column) => (kind, pivot) switch
    {
        (GroupingElementKind.Plain, null) => new(frame, kind, keys, column),
        (GroupingElementKind.Plain, _) => throw new AnalysisException("REPEATED_CLAUSE", "Pivot can be called once."),
        _ => throw new AnalysisException("UNSUPPORTED_FEATURE.PIVOT_AFTER_GROUP_BY", $"Pivot follows GroupBy, not {kind}."),
    };

    private DataFrame OfNumbers(string function, string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var columns = names.Length > 0 ? names.Select(NumberColumn) : frame.Plan.Output.Where(a => a.Type is NumericType).Select(frame.Bound);
        return Aggregated(columns.Select(c => (ExpressionSyntax)new CallSyntax(function, [c])).ToSeq());
    }

    private ExpressionSyntax NumberColumn(string name)
    {
        var column = frame.Col(name);
        var type = PlanBuilder.Select(frame.Plan, [column.Syntax]).Output[0].Type;
        return type is NumericType ? column.Syntax : throw new AnalysisException(
            "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE",
            $"The column '{name}' is {type.SimpleString}, no number; for other types use Agg with a function.");
    }

    private DataFrame Aggregated(Seq<ExpressionSyntax> items) => frame.With(pivot is null
        ? PlanBuilder.Aggregate(frame.Plan, GroupBy(), items, frame.Session.Queries)
        : PlanBuilder.Pivot(frame.Plan, keys, [pivot.Column], pivot.Values, items, frame.Session.Queries));

    private GroupBySyntax GroupBy() => new(
        kind == GroupingElementKind.Plain || keys.Count == 0
            ? keys.Map(k => new GroupingElementSyntax(GroupingElementKind.Plain, [[k]]))
            : [new GroupingElementSyntax(kind, keys.Map(k => new Seq<ExpressionSyntax>([k])))],
        All: false);
}
