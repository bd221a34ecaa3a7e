using System.Data.SqlTypes;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Sql;

public class RowTests
{
    private static readonly StructType Schema = SqlTypes.StructOf(("a", SqlTypes.Integer), ("B", SqlTypes.String), ("c", SqlTypes.Double));

    [Test]
    public void A_row_prints_as_Spark_prints_it()
    {
        Assert.That(new Row([1, "x", null], Schema).ToString(), Is.EqualTo("[1,x,null]"));
        Assert.That(
            new GenericRow([true, 1.10m, new Date(2024, 1, 2), new Timestamp(2024, 1, 2, 3, 4, 5, 500_000), new object?[] { 1, null }]).ToString(),
            Is.EqualTo("[true,1.10,2024-01-02,2024-01-02 03:04:05.5,[1, null]]"));
    }

    [Test]
    public void Rows_with_equal_values_are_equal_nested_ones_too()
    {
        var nested = new object?[] { new byte[] { 1, 2 }, new object?[] { 1, null }, new Dictionary<object, object?> { ["k"] = new object?[] { 1 } } };
        var same = new object?[] { new byte[] { 1, 2 }, new object?[] { 1, null }, new Dictionary<object, object?> { ["k"] = new object?[] { 1 } } };
        Assert.That(new GenericRow(nested), Is.EqualTo(new GenericRow(same)));
        Assert.That(new GenericRow(nested).GetHashCode(), Is.EqualTo(new GenericRow(same).GetHashCode()));
        Assert.That(new GenericRow([1, "x", 2.0]).Equals(new Row([1, "x", 2.0], Schema)), Is.True);
        Assert.That(new GenericRow([1]).Equals(new GenericRow([2])), Is.False);
        Assert.That(new GenericRow([1]).Equals(new GenericRow([1, 2])), Is.False);
    }

    [Test]
    public void A_column_is_found_by_name_whatever_its_case()
    {
        var row = new Row([1, "x", 2.0], Schema);
        Assert.That(row.Get("b"), Is.EqualTo("x"));
        Assert.That(() => row.Get("d"), Throws.TypeOf<AnalysisException>().With.Message.Contains("a, B, c"));
        Assert.That(() => row.Get(3), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Two_columns_of_one_name_are_ambiguous_unless_their_case_differs()
    {
        var twice = new Row([1, 2], SqlTypes.StructOf(("a", SqlTypes.Integer), ("a", SqlTypes.Integer)));
        Assert.That(() => twice.Get("a"), Throws.TypeOf<AnalysisException>().With.Property("ErrorClass").EqualTo("AMBIGUOUS_REFERENCE"));
        var cased = new Row([1, 2], SqlTypes.StructOf(("a", SqlTypes.Integer), ("A", SqlTypes.Integer)));
        Assert.That(cased.Get("A"), Is.EqualTo(2));
    }

    [Test]
    public void A_value_is_given_as_a_type_that_holds_it()
    {
        Assert.That(Of(1).GetAs<long>(0), Is.EqualTo(1L));
        Assert.That(Of(1L).GetAs<int>(0), Is.EqualTo(1));
        Assert.That(Of(1.25m).GetAs<double>(0), Is.EqualTo(1.25));
        Assert.That(Of(SqlDecimal.Parse("12.50")).GetAs<decimal>(0), Is.EqualTo(12.5m));
        Assert.That(Of(new Date(2024, 1, 2)).GetAs<DateOnly>(0), Is.EqualTo(new DateOnly(2024, 1, 2)));
        Assert.That(Of(new Timestamp(2024, 1, 2, 3, 4, 5, 6)).GetAs<DateTime>(0), Is.EqualTo(new DateTime(2024, 1, 2, 3, 4, 5).AddTicks(60)));
        Assert.That(Of(null).GetAs<int?>(0), Is.Null);
        Assert.That(Of(null).GetAs<string>(0), Is.Null);
        Assert.That(Of(1).GetAs<int?>(0), Is.EqualTo(1));
        Assert.That(Of(new object?[] { 1, 2 }).GetAs<int[]>(0), Is.EqualTo([1, 2]));
        Assert.That(Of(new object?[] { 1, null }).GetAs<List<long?>>(0), Is.EqualTo(new long?[] { 1, null }));
        Assert.That(Of(new object?[] { "x" }).GetAs<IReadOnlyList<string>>(0), Is.EqualTo(["x"]));
        Assert.That(
            Of(new Dictionary<object, object?> { ["k"] = 1 }).GetAs<IReadOnlyDictionary<string, int>>(0),
            Is.EqualTo(new Dictionary<string, int> { ["k"] = 1 }));
    }

    [Test]
    public void A_value_that_does_not_fit_is_an_error_that_names_it()
    {
        Assert.That(() => Of(1L << 40).GetAs<int>(0), Throws.TypeOf<QueryException>().With.Message.Contains("1099511627776"));
        Assert.That(() => Of("x").GetAs<int>(0), Throws.TypeOf<QueryException>().With.Message.Contains("'_1'").And.Message.Contains("string"));
        Assert.That(() => Of(1.5).GetAs<int>(0), Throws.TypeOf<QueryException>());
        Assert.That(() => Of(null).GetAs<int>(0), Throws.TypeOf<QueryException>().With.Property("ErrorClass").EqualTo("ROW_VALUE_IS_NULL"));
        Assert.That(() => Of(SqlDecimal.MaxValue).GetAs<decimal>(0), Throws.TypeOf<QueryException>());
    }

    [Test]
    public void A_row_without_a_schema_gets_one_from_its_values()
    {
        Row row = new GenericRow([1, "x", null]);
        Assert.That(row.Schema.SimpleString, Is.EqualTo("struct<_1:int,_2:string,_3:void>"));
        Assert.That(row.Get("_2"), Is.EqualTo("x"));
    }

    private static Row Of(object? value) => new GenericRow([value]);
}
