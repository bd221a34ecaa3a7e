using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;

namespace SparkEtl.Spark.Sql;

/// <content>Columns, constants, sort orders, conditions.</content>
public static partial class Functions
{
    /// <summary>
    /// A column by its name; <c>t.x</c> is x of the table t, <c>`a.b`</c> a name that holds a point, <c>*</c> all columns.
    /// </summary>
    public static Column Column(string columnName) => ColumnNames.ToColumn(columnName);

    /// <summary>
    /// A column by its name; <c>t.x</c> is x of the table t, <c>`a.b`</c> a name that holds a point, <c>*</c> all columns.
    /// </summary>
    public static Column Col(string columnName) => ColumnNames.ToColumn(columnName);

    /// <summary>A constant. A column stays what it is.</summary>
    /// <param name="literal">
    /// null, bool, sbyte, short, int, long, float, double, decimal, SqlDecimal, string, byte[], Date, DateOnly, Timestamp, DateTime,
    /// DateTimeOffset or TimeSpan.
    /// </param>
    /// <exception cref="AnalysisException">A value of that type has no SQL type.</exception>
    public static Column Lit(object? literal) => new(LiteralConverter.ToSyntax(literal));

    /// <summary>Sort order: ascending, nulls first.</summary>
    public static Column Asc(string columnName) => Col(columnName).Asc();

    /// <summary>Sort order: ascending, nulls first.</summary>
    public static Column AscNullsFirst(string columnName) => Col(columnName).AscNullsFirst();

    /// <summary>Sort order: ascending, nulls last.</summary>
    public static Column AscNullsLast(string columnName) => Col(columnName).AscNullsLast();

    /// <summary>Sort order: descending, nulls last.</summary>
    public static Column Desc(string columnName) => Col(columnName).Desc();

    /// <summary>Sort order: descending, nulls first.</summary>
    public static Column DescNullsFirst(string columnName) => Col(columnName).DescNullsFirst();

    /// <summary>Sort order: descending, nulls last.</summary>
    public static Column DescNullsLast(string columnName) => Col(columnName).DescNullsLast();

    /// <summary>An array of the values; they are cast to their common type. Spark's <c>array</c>.</summary>
    public static Column Array(params Column[] columns) => Call("array", columns);

    /// <inheritdoc cref="Array(Column[])"/>
    public static Column Array(string columnName, params string[] columnNames) =>
        Call("array", ColumnNames.ToColumns(columnName, columnNames));

    /// <summary>
    /// A map of keys and values in turn: key, value, key, value. A null key and a repeated key are errors. Spark's <c>map</c>.
    /// </summary>
    public static Column Map(params Column[] columns) => Call("map", columns);

    /// <summary>A map of an array of keys and an array of values of the same length. Spark's <c>map_from_arrays</c>.</summary>
    public static Column MapFromArrays(Column key, Column values) => Call("map_from_arrays", key, values);

    /// <summary>The first value that is not null. Spark's <c>coalesce</c>.</summary>
    public static Column Coalesce(params Column[] columns) => Call("coalesce", columns);

    /// <summary>The file that the row was read from; empty when there is none. Spark's <c>input_file_name</c>.</summary>
    public static Column InputFileName() => Call("input_file_name");

    /// <summary>Whether a double or float is not a number; false for null. Spark's <c>isnan</c>.</summary>
    public static Column IsNaN(Column column) => Call("isnan", column);

    /// <summary>Whether the value is null. Spark's <c>isnull</c>.</summary>
    public static Column IsNull(Column column) => Call("isnull", column);

    /// <summary>
    /// A different 64-bit number for each row; not consecutive, not the same on every engine. Spark's <c>monotonically_increasing_id</c>.
    /// </summary>
    public static Column MonotonicallyIncreasingId() => Call("monotonically_increasing_id");

    /// <summary>The first value, or the second where the first is not a number. Spark's <c>nanvl</c>.</summary>
    public static Column NaNvl(Column column1, Column column2) => Call("nanvl", column1, column2);

    /// <summary>The negative; overflow is an error. Spark's <c>negative</c>.</summary>
    public static Column Negate(Column column) => Call("negative", column);

    /// <summary>Not; unknown stays unknown. Spark's <c>not</c>.</summary>
    public static Column Not(Column column) => Call("not", column);

    /// <summary>
    /// A random double from 0 (included) to 1 (excluded). The numbers of a seed are not the same on every engine. Spark's <c>rand</c>.
    /// </summary>
    public static Column Rand(long seed) => Call("rand", seed);

    /// <inheritdoc cref="Rand(long)"/>
    public static Column Rand() => Call("rand");

    /// <summary>
    /// A random double of the standard normal distribution. The numbers of a seed are not the same on every engine. Spark's <c>randn</c>.
    /// </summary>
    public static Column Randn(long seed) => Call("randn", seed);

    /// <inheritdoc cref="Randn(long)"/>
    public static Column Randn() => Call("randn");

    /// <summary>The number of the partition that the row is in, from 0. Spark's <c>spark_partition_id</c>.</summary>
    public static Column SparkPartitionId() => Call("spark_partition_id");

    /// <summary>A struct of the values; its fields have the columns' names. Spark's <c>struct</c>.</summary>
    public static Column Struct(params Column[] columns) => Call("struct", columns);

    /// <inheritdoc cref="Struct(Column[])"/>
    public static Column Struct(string columnName, params string[] columnNames) =>
        Call("struct", ColumnNames.ToColumns(columnName, columnNames));

    /// <summary>
    /// A choice: the value where the condition is true; go on with <see cref="Column.When(Column, object)"/> and <see
    /// cref="Column.Otherwise(object)"/>.
    /// </summary>
    public static Column When(Column condition, object? value) =>
        new(new CaseSyntax(null, [new CaseBranchSyntax(Required(condition).Syntax, LiteralConverter.ToSyntax(value))], null));

    /// <summary>An expression written as Spark SQL.</summary>
    /// <param name="expr">Such as <c>AMOUNT + 1 AS more</c>.</param>
    /// <exception cref="AnalysisException">The text is not an expression; the message points at the character.</exception>
    public static Column Expr(string expr) => new(SparkSqlParser.ParseExpression(expr));
}
