using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Sql.Expressions;

/// <summary>A window: its partitions, their order, and the frame around each row. Immutable; made by <see cref="Window"/>.</summary>
public sealed class WindowSpec
{
    internal WindowSpec()
        : this(new WindowSyntax(null, [], [], null))
    {
    }

    private WindowSpec(WindowSyntax syntax) => Syntax = syntax;

    internal WindowSyntax Syntax { get; }

    /// <summary>The same window over partitions of rows with the same values.</summary>
    /// <param name="colName">A column's name.</param>
    /// <param name="colNames">More of them.</param>
    public WindowSpec PartitionBy(string colName, params string[] colNames) => PartitionBy(ColumnNames.ToColumns(colName, colNames));

    /// <summary>The same window over partitions of rows with the same values.</summary>
    /// <param name="columns">Columns; none for one partition of all rows.</param>
    public WindowSpec PartitionBy(params Column[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new(Syntax with { PartitionBy = columns.Select(c => c.Syntax).ToSeq() });
    }

    /// <summary>The same window with its rows in an order.</summary>
    /// <param name="colName">A column's name.</param>
    /// <param name="colNames">More of them.</param>
    public WindowSpec OrderBy(string colName, params string[] colNames) => OrderBy(ColumnNames.ToColumns(colName, colNames));

    /// <summary>The same window with its rows in an order.</summary>
    /// <param name="columns">Columns, ascending where they do not say <see cref="Column.Desc"/>.</param>
    public WindowSpec OrderBy(params Column[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new(Syntax with { OrderBy = columns.Select(c => c.Syntax as SortSyntax ?? new SortSyntax(c.Syntax, false, null)).ToSeq() });
    }

    /// <summary>The same window with a frame by number of rows.</summary>
    /// <param name="start">First row, relative to the current one: -1 is the row before; <see cref="Window.UnboundedPreceding"/>.</param>
    /// <param name="end">Last row, relative to the current one; <see cref="Window.UnboundedFollowing"/>.</param>
    /// <exception cref="AnalysisException">A bound is no 32-bit number, or the start lies after the end.</exception>
    public WindowSpec RowsBetween(long start, long end) => WithFrame(WindowFrames.Rows(start, end));

    /// <summary>The same window with a frame by the value that the rows are ordered by.</summary>
    /// <param name="start">What to add to the current row's value for the least value of the frame.</param>
    /// <param name="end">What to add to the current row's value for the greatest value of the frame.</param>
    /// <exception cref="AnalysisException">The start lies after the end.</exception>
    public WindowSpec RangeBetween(long start, long end) => WithFrame(WindowFrames.Range(start, end));

    /// <summary>The same window with a frame by the value that the rows are ordered by. Prefer <see cref="RangeBetween(long, long)"/>.</summary>
    /// <param name="start"><see cref="Functions.UnboundedPreceding"/>, <see cref="Functions.CurrentRow"/>, or a constant such as an interval.</param>
    /// <param name="end"><see cref="Functions.UnboundedFollowing"/>, <see cref="Functions.CurrentRow"/>, or a constant such as an interval.</param>
    public WindowSpec RangeBetween(Column start, Column end)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(end);
        return WithFrame(WindowFrames.Range(start.Syntax, end.Syntax));
    }

    private WindowSpec WithFrame(FrameSyntax frame) => new(Syntax with { Frame = frame });
}
