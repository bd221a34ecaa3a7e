using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

// Each expected text is what Spark prints for the same data.
[NonParallelizable]
public class PrintingTests
{
    private SparkSession spark = null!;

    [SetUp]
    public void Start() => spark = Some.Session();

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void Show_aligns_right_and_cuts_long_values_with_three_points()
    {
        var frame = Some.Frame(
            spark,
            ["id int", "text string", "amount decimal(18,2)", "ratio double", "day date", "at timestamp", "ok boolean"],
            [1, "a text of more than twenty", 1.10m, 1e10, new Date(2024, 1, 2), new Timestamp(2024, 1, 2, 3, 4, 5, 600_000), true],
            [null, null, null, null, null, null, null]);
        Assert.That(Some.Printed(() => frame.Show()), Is.EqualTo("""
            +----+--------------------+------+------+----------+--------------------+----+
            |  id|                text|amount| ratio|       day|                  at|  ok|
            +----+--------------------+------+------+----------+--------------------+----+
            |   1|a text of more th...|  1.10|1.0E10|2024-01-02|2024-01-02 03:04:...|true|
            |NULL|                NULL|  NULL|  NULL|      NULL|                NULL|NULL|
            +----+--------------------+------+------+----------+--------------------+----+


            """));
    }

    [Test]
    public void Show_without_truncation_aligns_left()
    {
        var frame = Some.Frame(spark, ["a string", "b int"], ["a text of more than twenty", 1]);
        Assert.That(Some.Printed(() => frame.Show(20, 0)), Is.EqualTo("""
            +--------------------------+---+
            |a                         |b  |
            +--------------------------+---+
            |a text of more than twenty|1  |
            +--------------------------+---+


            """));
    }

    [Test]
    public void Show_says_when_there_are_more_rows()
    {
        Assert.That(Some.Printed(() => spark.Range(3).Show(2)), Is.EqualTo("""
            +---+
            | id|
            +---+
            |  0|
            |  1|
            +---+
            only showing top 2 rows


            """));
        Assert.That(Some.Printed(() => spark.Range(3).Show(1)), Does.Contain("only showing top 1 row\n"));
        Assert.That(Some.Printed(() => spark.Range(21).Show()), Does.Contain("only showing top 20 rows\n"));
        Assert.That(Some.Printed(() => spark.Range(20).Show()), Does.Not.Contain("only showing"));
    }

    [Test]
    public void Show_of_no_rows_prints_the_header() =>
        Assert.That(Some.Printed(() => spark.Range(0).Show()), Is.EqualTo("+---+\n| id|\n+---+\n+---+\n\n"));

    [Test]
    public void Show_can_print_a_row_as_a_list()
    {
        var frame = Some.Frame(spark, ["id int", "text string"], [1, "some text"], [20, null]);
        Assert.That(Some.Printed(() => frame.Show(1, 20, vertical: true)), Is.EqualTo(string.Join(
            '\n', "-RECORD 0---------", " id   | 1         ", " text | some text ", "only showing top 1 row", "", "")));
        Assert.That(Some.Printed(() => spark.Range(0).Show(1, 20, vertical: true)), Is.EqualTo("(0 rows)\n\n"));
    }

    [Test]
    public void Show_writes_nested_values_bytes_and_control_characters_as_Spark_does()
    {
        var frame = Some.Frame(
            spark,
            ["a array<int>", "m map<string,int>", "s struct<x:int,y:string>", "b binary", "t string"],
            [new object?[] { 1, null }, new Dictionary<object, object?> { ["k"] = 1 }, new GenericRow([1, null]), new byte[] { 97, 255 }, "a\tb\n"]);
        Assert.That(Some.Printed(() => frame.Show()), Does.Contain(@"|[1, NULL]|{k -> 1}|{1, NULL}|[61 FF]|a\tb\n|"));
    }

    [Test]
    public void Show_counts_wide_characters_twice() => Assert.That(
        Some.Printed(() => Some.Frame(spark, ["a string"], ["\u65E5\u672C"], ["abcde"]).Show()),
        Does.Contain("| \u65E5\u672C|\n|abcde|"));

    [Test]
    public void A_schema_is_printed_as_a_tree()
    {
        var type = new StructType(
        [
            new StructField("id", new IntegerType(), false),
            new StructField("tags", new ArrayType(new StringType(), false)),
            new StructField("counts", new MapType(new StringType(), new LongType())),
            new StructField("owner", new StructType([new StructField("name", new StringType()), new StructField("share", new DecimalType(5, 2))])),
        ]);
        var frame = spark.CreateDataFrame([], type);
        Assert.That(Some.Printed(() => frame.PrintSchema()), Is.EqualTo("""
            root
             |-- id: integer (nullable = false)
             |-- tags: array (nullable = true)
             |    |-- element: string (containsNull = false)
             |-- counts: map (nullable = true)
             |    |-- key: string
             |    |-- value: long (valueContainsNull = true)
             |-- owner: struct (nullable = true)
             |    |-- name: string (nullable = true)
             |    |-- share: decimal(5,2) (nullable = true)


            """));
        Assert.That(Some.Printed(() => frame.PrintSchema(1)), Does.Contain("owner: struct").And.Not.Contain("share"));
    }

    [Test]
    public void Explain_prints_statements_and_in_extended_mode_the_plan()
    {
        var frame = spark.Range(3).Filter("id > 1");
        Assert.That(Some.Printed(() => frame.Explain()), Does.StartWith("== Physical Plan ==\nSELECT"));
        Assert.That(Some.Printed(() => frame.Explain(true)), Does.Contain("Filter [id bigint]\n  Range 0 to 3 by 1 [id bigint]"));
        Assert.That(() => frame.Explain("loud"), Throws.TypeOf<AnalysisException>());
        Assert.That(frame.Statements(), Has.Count.EqualTo(1));
    }

    [TestCaseSource(nameof(Columns))]
    public void A_column_prints_as_Spark_names_it(Column column, string text) => Assert.That(column.ToString(), Is.EqualTo(text));

    private static IEnumerable<TestCaseData> Columns()
    {
        yield return new(Col("a") + 1, "(a + 1)");
        yield return new(!(Col("a") == 1), "(NOT (a = 1))");
        yield return new(Sum("x"), "sum(x)");
        yield return new(CountDistinct("x"), "count(DISTINCT x)");
        yield return new(Count("*"), "count(1)");
        yield return new(Col("a").As("b"), "a AS b");
        yield return new(Col("a").Cast("int"), "CAST(a AS INT)");
        yield return new(Col("a").IsNull(), "(a IS NULL)");
        yield return new(Col("a").IsIn(1, 2), "(a IN (1, 2))");
        yield return new(Col("a").Desc(), "a DESC NULLS LAST");
        yield return new(Col("a").GetItem(0), "a[0]");
        yield return new(When(Col("a") > 1, "x").Otherwise("y"), "CASE WHEN (a > 1) THEN x ELSE y END");
        yield return new(Lit(1.50m), "1.50");
        yield return new(Lit(null), "NULL");
    }
}
