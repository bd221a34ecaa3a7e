using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Sql;

/// <content>Rows chosen, sorted, spread over partitions.</content>
public sealed partial class DataFrame
{
    /// <summary>The rows for which the condition is true; not those for which it is unknown.</summary>
    /// <param name="condition">A boolean column.</param>
    public DataFrame Filter(Column condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return With(PlanBuilder.Filter(Plan, condition.Syntax, Session.Queries));
    }

    /// <summary>The rows for which a condition written as Spark SQL is true.</summary>
    /// <param name="conditionExpr">Such as <c>AMOUNT &lt;&gt; 0</c>.</param>
    /// <exception cref="AnalysisException">The text is no condition; the message points at the character.</exception>
    public DataFrame Filter(string conditionExpr) => With(PlanBuilder.Filter(Plan, SparkSqlParser.ParseCondition(conditionExpr), Session.Queries));

    /// <inheritdoc cref="Filter(Column)"/>
    public DataFrame Where(Column condition) => Filter(condition);

    /// <inheritdoc cref="Filter(string)"/>
    public DataFrame Where(string conditionExpr) => Filter(conditionExpr);

    /// <summary>The rows in an order, ascending with nulls first.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="columns">More of them.</param>
    public DataFrame Sort(string column, params string[] columns) => Sort(ColumnNames.ToColumns(column, columns));

    /// <summary>The rows in an order.</summary>
    /// <param name="columns">Columns, ascending where they do not say <see cref="Column.Desc"/>.</param>
    public DataFrame Sort(params Column[] columns) => Sorted(columns, global: true);

    /// <inheritdoc cref="Sort(string, string[])"/>
    public DataFrame OrderBy(string column, params string[] columns) => Sort(column, columns);

    /// <inheritdoc cref="Sort(Column[])"/>
    public DataFrame OrderBy(params Column[] columns) => Sort(columns);

    /// <summary>The rows sorted within each partition; where there is one partition, as <see cref="Sort(string, string[])"/>.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="columns">More of them.</param>
    public DataFrame SortWithinPartitions(string column, params string[] columns) => SortWithinPartitions(ColumnNames.ToColumns(column, columns));

    /// <summary>The rows sorted within each partition; where there is one partition, as <see cref="Sort(Column[])"/>.</summary>
    /// <param name="columns">Columns, ascending where they do not say <see cref="Column.Desc"/>.</param>
    public DataFrame SortWithinPartitions(params Column[] columns) => Sorted(columns, global: false);

    /// <summary>At most n rows; which ones is not said without an order.</summary>
    /// <param name="n">0 or more.</param>
    public DataFrame Limit(int n) => With(PlanBuilder.Limit(Plan, n));

    /// <summary>Each different row once.</summary>
    public DataFrame Distinct() => With(new Distinct(Plan));

    /// <inheritdoc cref="Distinct"/>
    public DataFrame DropDuplicates() => Distinct();

    /// <summary>One row for each different combination of values of those columns; which one is not said.</summary>
    /// <param name="col">A column's name.</param>
    /// <param name="cols">More of them.</param>
    public DataFrame DropDuplicates(string col, params string[] cols)
    {
        ArgumentNullException.ThrowIfNull(cols);
        return With(PlanBuilder.Deduplicate(Plan, [col, .. cols]));
    }

    /// <summary>A random part of the rows. Which rows a seed gives is not the same on every engine.</summary>
    /// <param name="fraction">The part, 0 to 1; with replacement the mean number of times that a row comes, 0 or more.</param>
    /// <param name="withReplacement">Whether a row can come several times.</param>
    /// <param name="seed">The same seed over the same rows gives the same sample; a random one when null.</param>
    public DataFrame Sample(double fraction, bool withReplacement = false, long? seed = null) => fraction >= 0 && (withReplacement || fraction <= 1)
        ? With(new Sample(Plan, 0, fraction, withReplacement, seed ?? Random.Shared.NextInt64()))
        : throw new AnalysisException(
            "INVALID_PARAMETER_VALUE", $"A sample of {fraction} is no part: expected 0 {(withReplacement ? "or more" : "to 1")}.");

    /// <summary>The rows at random in several frames, each row in one of them.</summary>
    /// <param name="weights">The parts that the frames get, relative to their sum.</param>
    /// <param name="seed">The same seed over the same rows gives the same frames; a random one when null.</param>
    public DataFrame[] RandomSplit(double[] weights, long? seed = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var sum = weights.Sum();
        if (weights.Any(w => w < 0 || double.IsNaN(w)) || !(sum > 0))
        {
            throw new AnalysisException(
                "INVALID_PARAMETER_VALUE", $"The weights {string.Join(", ", weights)} are no parts: none may be negative, and their sum must be positive.");
        }

        // The draws go by the order of the rows, so that has to be the same for every part, as in Spark.
        var order = Plan.Output.Where(a => Coercion.IsOrderable(a.Type)).Select(a => new SortOrder(a, Descending: false, NullsFirst: true)).ToSeq();
        var input = order.Count == 0 ? Plan : new Sort(Plan, order, Global: false);
        var drawn = seed ?? Random.Shared.NextInt64();
        var frames = new DataFrame[weights.Length];
        var lower = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            var upper = i == weights.Length - 1 ? 1.0 : lower + (weights[i] / sum);
            frames[i] = With(new Sample(input, lower, upper, WithReplacement: false, drawn));
            lower = upper;
        }

        return frames;
    }

    /// <summary>The rows spread over so many partitions; no change of the result.</summary>
    /// <param name="numPartitions">1 or more.</param>
    public DataFrame Repartition(int numPartitions) => Repartitioned(numPartitions, [], RepartitionKind.Hash);

    /// <summary>The rows spread over so many partitions by the columns' values; no change of the result.</summary>
    /// <param name="numPartitions">1 or more.</param>
    /// <param name="partitionExprs">Columns.</param>
    public DataFrame Repartition(int numPartitions, params Column[] partitionExprs) => Repartitioned(numPartitions, partitionExprs, RepartitionKind.Hash);

    /// <summary>The rows spread over partitions by the columns' values; no change of the result.</summary>
    /// <param name="partitionExprs">Columns.</param>
    public DataFrame Repartition(params Column[] partitionExprs) => Repartitioned(null, partitionExprs, RepartitionKind.Hash);

    /// <summary>The rows spread over so many partitions by ranges of the columns' values; no change of the result.</summary>
    /// <param name="numPartitions">1 or more.</param>
    /// <param name="partitionExprs">Columns, at least one.</param>
    public DataFrame RepartitionByRange(int numPartitions, params Column[] partitionExprs) =>
        Repartitioned(numPartitions, partitionExprs, RepartitionKind.Range);

    /// <summary>The rows spread over partitions by ranges of the columns' values; no change of the result.</summary>
    /// <param name="partitionExprs">Columns, at least one.</param>
    public DataFrame RepartitionByRange(params Column[] partitionExprs) => Repartitioned(null, partitionExprs, RepartitionKind.Range);

    /// <summary>The rows in at most so many partitions, without moving them; no change of the result.</summary>
    /// <param name="numPartitions">1 or more.</param>
    public DataFrame Coalesce(int numPartitions) => Repartitioned(numPartitions, [], RepartitionKind.Coalesce);

    private DataFrame Sorted(Column[] columns, bool global)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return With(PlanBuilder.Sort(Plan, ColumnsSyntax.Spread(columns), global, Session.Queries));
    }

    private DataFrame Repartitioned(int? partitions, Column[] by, RepartitionKind kind)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (partitions <= 0)
        {
            throw new AnalysisException("INVALID_PARAMETER_VALUE", $"The number of partitions must be positive, found {partitions}.");
        }

        if (kind == RepartitionKind.Range && by.Length == 0)
        {
            throw new AnalysisException("INVALID_PARAMETER_VALUE", "RepartitionByRange needs at least one column.");
        }

        var binder = new ExpressionBinder(new Scope(Plan));
        return With(new Repartition(Plan, partitions, ColumnsSyntax.Spread(by).Map(binder.BindSort), kind));
    }
}
