using SparkEtl.Spark.Sql.Expressions;

namespace SparkEtl.Spark.Sql;

/// <content>Functions that only a window gives; see <see cref="Expressions.Window"/>.</content>
public static partial class Functions
{
    /// <summary>
    /// The first row of the partition, for <see cref="Expressions.WindowSpec.RangeBetween(Column, Column)"/> only. Prefer <see
    /// cref="Expressions.Window.UnboundedPreceding"/>.
    /// </summary>
    public static Column UnboundedPreceding() => Call(WindowFrames.UnboundedPreceding);

    /// <summary>
    /// The last row of the partition, for <see cref="Expressions.WindowSpec.RangeBetween(Column, Column)"/> only. Prefer <see
    /// cref="Expressions.Window.UnboundedFollowing"/>.
    /// </summary>
    public static Column UnboundedFollowing() => Call(WindowFrames.UnboundedFollowing);

    /// <summary>
    /// The current row, for <see cref="Expressions.WindowSpec.RangeBetween(Column, Column)"/> only. Prefer <see
    /// cref="Expressions.Window.CurrentRow"/>.
    /// </summary>
    public static Column CurrentRow() => Call(WindowFrames.CurrentRow);

    /// <summary>The part of the partition's rows that come before or with this one, above 0 to 1. Spark's <c>cume_dist</c>.</summary>
    public static Column CumeDist() => Call("cume_dist");

    /// <summary>The rank of the row from 1, without gaps after rows of the same rank. Spark's <c>dense_rank</c>.</summary>
    public static Column DenseRank() => Call("dense_rank");

    /// <summary>
    /// The value some rows before this one, or the default where there is no such row; with <c>ignoreNulls</c> only rows with a value
    /// count. Spark's <c>lag</c>.
    /// </summary>
    public static Column Lag(Column column, int offset, object? defaultValue = null) => Offset("lag", column, offset, defaultValue, false);

    /// <inheritdoc cref="Lag(Column, int, object)"/>
    public static Column Lag(string columnName, int offset, object? defaultValue = null) =>
        Offset("lag", Col(columnName), offset, defaultValue, false);

    /// <inheritdoc cref="Lag(Column, int, object)"/>
    public static Column Lag(Column column, int offset, object? defaultValue, bool ignoreNulls) =>
        Offset("lag", column, offset, defaultValue, ignoreNulls);

    /// <summary>
    /// The value some rows after this one, or the default where there is no such row; with <c>ignoreNulls</c> only rows with a value
    /// count. Spark's <c>lead</c>.
    /// </summary>
    public static Column Lead(Column column, int offset, object? defaultValue = null) =>
        Offset("lead", column, offset, defaultValue, false);

    /// <inheritdoc cref="Lead(Column, int, object)"/>
    public static Column Lead(string columnName, int offset, object? defaultValue = null) =>
        Offset("lead", Col(columnName), offset, defaultValue, false);

    /// <inheritdoc cref="Lead(Column, int, object)"/>
    public static Column Lead(Column column, int offset, object? defaultValue, bool ignoreNulls) =>
        Offset("lead", column, offset, defaultValue, ignoreNulls);

    /// <summary>
    /// The value in the frame's row of that number, from 1; null while the frame has fewer rows. Spark's <c>nth_value</c>.
    /// </summary>
    public static Column NthValue(Column column, int offset, bool ignoreNulls = false) =>
        IgnoringNulls("nth_value", ignoreNulls, column, offset);

    /// <summary>
    /// The number of the row's group, from 1, when the partition is cut into n groups of nearly the same size. Spark's <c>ntile</c>.
    /// </summary>
    public static Column Ntile(int n) => Call("ntile", n);

    /// <summary>(rank - 1) / (rows of the partition - 1). Spark's <c>percent_rank</c>.</summary>
    public static Column PercentRank() => Call("percent_rank");

    /// <summary>The rank of the row from 1, with gaps after rows of the same rank. Spark's <c>rank</c>.</summary>
    public static Column Rank() => Call("rank");

    /// <summary>The number of the row in its partition, from 1. Spark's <c>row_number</c>.</summary>
    public static Column RowNumber() => Call("row_number");
}
