namespace SparkEtl.Spark.Sql;

/// <content>Aggregates: one value from the rows of a group, or of a window.</content>
public static partial class Functions
{
    /// <summary>
    /// The approximate number of different values that are not null; <c>rsd</c> is the relative standard deviation allowed, 0.05 when not
    /// given. Spark's <c>approx_count_distinct</c>.
    /// </summary>
    public static Column ApproxCountDistinct(Column column) => Call("approx_count_distinct", column);

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(string columnName) => Call("approx_count_distinct", Col(columnName));

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(Column column, double rsd) => Call("approx_count_distinct", column, rsd);

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(string columnName, double rsd) => Call("approx_count_distinct", Col(columnName), rsd);

    /// <summary>
    /// The mean of the values that are not null; null when there are none. A decimal gains four digits of scale. Spark's <c>avg</c>.
    /// </summary>
    public static Column Avg(Column column) => Call("avg", column);

    /// <inheritdoc cref="Avg(Column)"/>
    public static Column Avg(string columnName) => Call("avg", Col(columnName));

    /// <summary>An array of the values that are not null, in no certain order. Spark's <c>collect_list</c>.</summary>
    public static Column CollectList(Column column) => Call("collect_list", column);

    /// <inheritdoc cref="CollectList(Column)"/>
    public static Column CollectList(string columnName) => Call("collect_list", Col(columnName));

    /// <summary>An array of the different values that are not null, in no certain order. Spark's <c>collect_set</c>.</summary>
    public static Column CollectSet(Column column) => Call("collect_set", column);

    /// <inheritdoc cref="CollectSet(Column)"/>
    public static Column CollectSet(string columnName) => Call("collect_set", Col(columnName));

    /// <summary>Pearson's correlation of the pairs without a null. Spark's <c>corr</c>.</summary>
    public static Column Corr(Column column1, Column column2) => Call("corr", column1, column2);

    /// <inheritdoc cref="Corr(Column, Column)"/>
    public static Column Corr(string columnName1, string columnName2) => Call("corr", Col(columnName1), Col(columnName2));

    /// <summary>The number of values that are not null; of rows for <c>*</c>. Spark's <c>count</c>.</summary>
    public static Column Count(Column column) => Call("count", column);

    /// <inheritdoc cref="Count(Column)"/>
    public static Column Count(string columnName) => Call("count", Col(columnName));

    /// <summary>The number of different values, or combinations of values, without a null. Spark's <c>count</c>.</summary>
    public static Column CountDistinct(Column column, params Column[] columns) => Distinct("count", [column, .. columns]);

    /// <inheritdoc cref="CountDistinct(Column, Column[])"/>
    public static Column CountDistinct(string columnName, params string[] columnNames) =>
        Distinct("count", ColumnNames.ToColumns(columnName, columnNames));

    /// <summary>The number of different values, or combinations of values, without a null. Spark's <c>count</c>.</summary>
    public static Column Count_Distinct(Column column, params Column[] columns) => Distinct("count", [column, .. columns]);

    /// <summary>The population covariance of the pairs without a null. Spark's <c>covar_pop</c>.</summary>
    public static Column CovarPop(Column column1, Column column2) => Call("covar_pop", column1, column2);

    /// <inheritdoc cref="CovarPop(Column, Column)"/>
    public static Column CovarPop(string columnName1, string columnName2) => Call("covar_pop", Col(columnName1), Col(columnName2));

    /// <summary>The sample covariance of the pairs without a null. Spark's <c>covar_samp</c>.</summary>
    public static Column CovarSamp(Column column1, Column column2) => Call("covar_samp", column1, column2);

    /// <inheritdoc cref="CovarSamp(Column, Column)"/>
    public static Column CovarSamp(string columnName1, string columnName2) => Call("covar_samp", Col(columnName1), Col(columnName2));

    /// <summary>
    /// The first value that comes, or with <c>ignoreNulls</c> the first that is not null. Which comes first is not said without an order.
    /// Spark's <c>first</c>.
    /// </summary>
    public static Column First(Column column, bool ignoreNulls = false) => IgnoringNulls("first", ignoreNulls, column);

    /// <inheritdoc cref="First(Column, bool)"/>
    public static Column First(string columnName, bool ignoreNulls = false) => IgnoringNulls("first", ignoreNulls, Col(columnName));

    /// <summary>
    /// Within rollup and cube: 1 where the column is aggregated over in this row, 0 where it is a key. Spark's <c>grouping</c>.
    /// </summary>
    public static Column Grouping(Column column) => Call("grouping", column);

    /// <inheritdoc cref="Grouping(Column)"/>
    public static Column Grouping(string columnName) => Call("grouping", Col(columnName));

    /// <summary>
    /// Within rollup and cube: the <see cref="Grouping(Column)"/> of each key as the bits of one number, the first key the highest.
    /// Spark's <c>grouping_id</c>.
    /// </summary>
    public static Column GroupingId(params Column[] columns) => Call("grouping_id", columns);

    /// <inheritdoc cref="GroupingId(Column[])"/>
    public static Column GroupingId(string columnName, params string[] columnNames) =>
        Call("grouping_id", ColumnNames.ToColumns(columnName, columnNames));

    /// <summary>The excess kurtosis. Spark's <c>kurtosis</c>.</summary>
    public static Column Kurtosis(Column column) => Call("kurtosis", column);

    /// <inheritdoc cref="Kurtosis(Column)"/>
    public static Column Kurtosis(string columnName) => Call("kurtosis", Col(columnName));

    /// <summary>
    /// The last value that comes, or with <c>ignoreNulls</c> the last that is not null. Which comes last is not said without an order.
    /// Spark's <c>last</c>.
    /// </summary>
    public static Column Last(Column column, bool ignoreNulls = false) => IgnoringNulls("last", ignoreNulls, column);

    /// <inheritdoc cref="Last(Column, bool)"/>
    public static Column Last(string columnName, bool ignoreNulls = false) => IgnoringNulls("last", ignoreNulls, Col(columnName));

    /// <summary>The greatest value; null when there is none. Spark's <c>max</c>.</summary>
    public static Column Max(Column column) => Call("max", column);

    /// <inheritdoc cref="Max(Column)"/>
    public static Column Max(string columnName) => Call("max", Col(columnName));

    /// <summary>
    /// The mean of the values that are not null; null when there are none. A decimal gains four digits of scale. Spark's <c>avg</c>.
    /// </summary>
    public static Column Mean(Column column) => Call("avg", column);

    /// <inheritdoc cref="Mean(Column)"/>
    public static Column Mean(string columnName) => Call("avg", Col(columnName));

    /// <summary>The least value; null when there is none. Spark's <c>min</c>.</summary>
    public static Column Min(Column column) => Call("min", column);

    /// <inheritdoc cref="Min(Column)"/>
    public static Column Min(string columnName) => Call("min", Col(columnName));

    /// <summary>
    /// The least value that the given part (0 to 1, or an array of them) of the values do not exceed; <c>accuracy</c> is 1 / relative
    /// error. Spark's <c>percentile_approx</c>.
    /// </summary>
    public static Column PercentileApprox(Column column, Column percentage, Column accuracy) =>
        Call("percentile_approx", column, percentage, accuracy);

    /// <summary>The product of the values, a double. Spark's <c>product</c>.</summary>
    public static Column Product(Column column) => Call("product", column);

    /// <summary>The skewness. Spark's <c>skewness</c>.</summary>
    public static Column Skewness(Column column) => Call("skewness", column);

    /// <inheritdoc cref="Skewness(Column)"/>
    public static Column Skewness(string columnName) => Call("skewness", Col(columnName));

    /// <summary>The sample standard deviation; null for less than two values. Spark's <c>stddev</c>.</summary>
    public static Column Stddev(Column column) => Call("stddev", column);

    /// <inheritdoc cref="Stddev(Column)"/>
    public static Column Stddev(string columnName) => Call("stddev", Col(columnName));

    /// <summary>The sample standard deviation; null for less than two values. Spark's <c>stddev_samp</c>.</summary>
    public static Column StddevSamp(Column column) => Call("stddev_samp", column);

    /// <inheritdoc cref="StddevSamp(Column)"/>
    public static Column StddevSamp(string columnName) => Call("stddev_samp", Col(columnName));

    /// <summary>The population standard deviation. Spark's <c>stddev_pop</c>.</summary>
    public static Column StddevPop(Column column) => Call("stddev_pop", column);

    /// <inheritdoc cref="StddevPop(Column)"/>
    public static Column StddevPop(string columnName) => Call("stddev_pop", Col(columnName));

    /// <summary>The sum of the values that are not null; null when there are none. Overflow is an error. Spark's <c>sum</c>.</summary>
    public static Column Sum(Column column) => Call("sum", column);

    /// <inheritdoc cref="Sum(Column)"/>
    public static Column Sum(string columnName) => Call("sum", Col(columnName));

    /// <summary>The sum of the different values. Prefer <see cref="Sum_Distinct(Column)"/>. Spark's <c>sum</c>.</summary>
    public static Column SumDistinct(Column column) => Distinct("sum", column);

    /// <inheritdoc cref="SumDistinct(Column)"/>
    public static Column SumDistinct(string columnName) => Distinct("sum", Col(columnName));

    /// <summary>The sum of the different values. Spark's <c>sum</c>.</summary>
    public static Column Sum_Distinct(Column column) => Distinct("sum", column);

    /// <summary>The sample variance; null for less than two values. Spark's <c>variance</c>.</summary>
    public static Column Variance(Column column) => Call("variance", column);

    /// <inheritdoc cref="Variance(Column)"/>
    public static Column Variance(string columnName) => Call("variance", Col(columnName));

    /// <summary>The sample variance; null for less than two values. Spark's <c>var_samp</c>.</summary>
    public static Column VarSamp(Column column) => Call("var_samp", column);

    /// <inheritdoc cref="VarSamp(Column)"/>
    public static Column VarSamp(string columnName) => Call("var_samp", Col(columnName));

    /// <summary>The population variance. Spark's <c>var_pop</c>.</summary>
    public static Column VarPop(Column column) => Call("var_pop", column);

    /// <inheritdoc cref="VarPop(Column)"/>
    public static Column VarPop(string columnName) => Call("var_pop", Col(columnName));
}
