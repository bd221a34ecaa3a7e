using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan.Binding;

namespace SparkEtl.Spark.Sql;

/// <content>Groups, aggregates, summaries.</content>
public sealed partial class DataFrame
{
    private static readonly string[] DescribedStatistics = ["count", "mean", "stddev", "min", "max"];

    /// <summary>The rows in groups with the same values; nulls make a group.</summary>
    /// <param name="columns">Columns and expressions; none for one group of all rows.</param>
    public RelationalGroupedDataset GroupBy(params Column[] columns) => Grouped(GroupingElementKind.Plain, columns);

    /// <summary>The rows in groups with the same values; nulls make a group.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="columns">More of them.</param>
    public RelationalGroupedDataset GroupBy(string column, params string[] columns) => GroupBy(ColumnNames.ToColumns(column, columns));

    /// <summary>Groups by all the columns, by all but the last, and so on to one group of all rows.</summary>
    /// <param name="columns">Columns and expressions.</param>
    public RelationalGroupedDataset Rollup(params Column[] columns) => Grouped(GroupingElementKind.Rollup, columns);

    /// <inheritdoc cref="Rollup(Column[])"/>
    public RelationalGroupedDataset Rollup(string column, params string[] columns) => Rollup(ColumnNames.ToColumns(column, columns));

    /// <summary>Groups by every subset of the columns.</summary>
    /// <param name="columns">Columns and expressions.</param>
    public RelationalGroupedDataset Cube(params Column[] columns) => Grouped(GroupingElementKind.Cube, columns);

    /// <inheritdoc cref="Cube(Column[])"/>
    public RelationalGroupedDataset Cube(string column, params string[] columns) => Cube(ColumnNames.ToColumns(column, columns));

    /// <summary>One row of aggregates over all rows.</summary>
    /// <param name="expr">An aggregate.</param>
    /// <param name="exprs">More of them.</param>
    public DataFrame Agg(Column expr, params Column[] exprs) => GroupBy().Agg(expr, exprs);

    /// <summary>
    /// The same rows; the aggregates are computed over them on their way, and are there as
    /// <see cref="SparkSession.ObservedMetrics(string)"/> when an action has passed all of them.
    /// </summary>
    /// <param name="name">The name to ask for them by.</param>
    /// <param name="expr">An aggregate with a name.</param>
    /// <param name="exprs">More of them.</param>
    public DataFrame Observe(string name, Column expr, params Column[] exprs)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(exprs);
        return With(PlanBuilder.Observe(Plan, name, ColumnsSyntax.Spread([expr, .. exprs])));
    }

    /// <summary>For each number or text column: count, mean, stddev, min and max, a row each, as text.</summary>
    /// <param name="cols">Columns' names; all when none is given.</param>
    public DataFrame Describe(params string[] cols)
    {
        ArgumentNullException.ThrowIfNull(cols);
        return StatisticsTable.Of(cols.Length == 0 ? this : Select(cols[0], cols[1..]), DescribedStatistics);
    }

    /// <summary>For each number or text column: statistics, a row each, as text.</summary>
    /// <param name="statistics">
    /// count, mean, stddev, min, max, count_distinct, approx_count_distinct, percentiles such as <c>75%</c>; when none is given
    /// count, mean, stddev, min, 25%, 50%, 75%, max.
    /// </param>
    public DataFrame Summary(params string[] statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return StatisticsTable.Of(this, statistics.Length > 0 ? statistics : StatisticsTable.Default);
    }

    /// <summary>Drops, fills and replaces nulls and other values.</summary>
    public DataFrameNaFunctions Na() => new(this);

    /// <summary>Statistics of columns.</summary>
    public DataFrameStatFunctions Stat() => new(this);

    private RelationalGroupedDataset Grouped(GroupingElementKind kind, Column[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new RelationalGroupedDataset(this, kind, ColumnsSyntax.Spread(columns));
    }
}
