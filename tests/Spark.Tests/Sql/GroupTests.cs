using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

public partial class GroupTests
{
    private SparkSession spark = null!;
    private DataFrame sales = null!;

    [SetUp]
    public void Start()
    {
        spark = Some.Session();
        sales = Some.Frame(
            spark,
            ["region string", "year int", "amount decimal(18,2)"],
            ["N", 2023, 10m],
            ["N", 2024, 5m],
            ["S", 2024, null],
            [null, 2024, 2m]);
    }

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void Groups_are_aggregated_with_their_keys_in_front()
    {
        var result = sales.GroupBy("region").Agg(Sum("amount").As("total"), Count("*").As("rows"), Avg("amount")).OrderBy("region");
        Assert.That(result.Columns(), Is.EqualTo(["region", "total", "rows", "avg(amount)"]));
        Assert.That(Some.Lines(result), Is.EqualTo(["[null,2.00,1,2.000000]", "[N,15.00,2,7.500000]", "[S,null,1,null]"]));
        Assert.That(result.DTypes().Select(t => t.Item2), Is.EqualTo(["string", "decimal(28,2)", "bigint", "decimal(22,6)"]));
    }

    [Test]
    public void The_short_forms_take_number_columns()
    {
        Assert.That(sales.GroupBy("region").Count().Columns(), Is.EqualTo(["region", "count"]));
        Assert.That(sales.GroupBy("region").Sum("amount").Columns(), Is.EqualTo(["region", "sum(amount)"]));
        Assert.That(sales.GroupBy("region").Max().Columns(), Is.EqualTo(["region", "max(year)", "max(amount)"]));
        Assert.That(sales.GroupBy("region").Mean("amount").Columns(), Is.EqualTo(["region", "avg(amount)"]));
        Assert.That(() => sales.GroupBy("year").Sum("region"), Throws.TypeOf<AnalysisException>().With.Message.Contains("region"));
    }

    [Test]
    public void No_columns_make_one_group()
    {
        Assert.That(Some.Lines(sales.GroupBy().Count()), Is.EqualTo(["[4]"]));
        Assert.That(Some.Lines(sales.Agg(Min("year"), Max("year"))), Is.EqualTo(["[2023,2024]"]));
        Assert.That(Some.Lines(sales.Filter("1 = 0").Agg(Sum("amount"), Count("amount"))), Is.EqualTo(["[null,0]"]));
    }

    [Test]
    public void Rollup_and_cube_add_the_groups_of_fewer_keys()
    {
        Assert.That(sales.Rollup("region", "year").Count().Count(), Is.EqualTo(4 + 3 + 1));
        Assert.That(sales.Cube("region", "year").Count().Count(), Is.EqualTo(4 + 3 + 2 + 1));
        var levels = sales.Rollup("region").Agg(Grouping("region").As("g"), Sum("amount").As("s")).Filter("g = 1").Select("s");
        Assert.That(Some.Lines(levels), Is.EqualTo(["[17.00]"]));
    }

    [Test]
    public void A_pivot_gives_a_column_for_each_value()
    {
        var named = sales.GroupBy("region").Pivot("year", [2024, 2023]).Sum("amount").OrderBy("region");
        Assert.That(named.Columns(), Is.EqualTo(["region", "2024", "2023"]));
        Assert.That(Some.Lines(named), Is.EqualTo(["[null,2.00,null]", "[N,5.00,10.00]", "[S,null,null]"]));
        var asked = sales.GroupBy("year").Pivot("region").Agg(Sum("amount").As("s"), Count(Lit(1)).As("n")).OrderBy("year");
        Assert.That(asked.Columns(), Is.EqualTo(["year", "null_s", "null_n", "N_s", "N_n", "S_s", "S_n"]));
        Assert.That(Some.Lines(asked), Is.EqualTo(["[2023,null,null,10.00,1,null,null]", "[2024,2.00,1,5.00,1,null,1]"]));
        Assert.That(() => sales.Rollup("region").Pivot("year"), Throws.TypeOf<AnalysisException>());
        Assert.That(() => sales.GroupBy("region").Pivot("year").Pivot("year"), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void A_pivot_is_named_by_its_values_as_text()
    {
        var days = Some.Frame(spark, ["k int", "d date"], [1, new Date(2024, 1, 2)]);
        Assert.That(days.GroupBy("k").Pivot("d").Count().Columns(), Is.EqualTo(["k", "2024-01-02"]));
    }

    [Test]
    public void Describe_gives_statistics_of_numbers_and_text_as_text()
    {
        var data = Some.Frame(spark, ["n int", "s string", "b boolean"], [1, "2", true], [3, "x", false], [null, null, null]);
        var described = data.Describe();
        Assert.That(described.DTypes(), Is.EqualTo(new[] { "summary", "n", "s" }.Select(c => Tuple.Create(c, "string"))));
        Assert.That(
            Some.Lines(described),
            Is.EqualTo(["[count,2,2]", "[mean,2.0,2.0]", "[stddev,1.4142135623730951,null]", "[min,1,2]", "[max,3,x]"]));
        Assert.That(data.Describe("n").Columns(), Is.EqualTo(["summary", "n"]));
    }

    [Test]
    public void Summary_adds_percentiles()
    {
        var data = Some.Frame(spark, ["n int"], [1], [2], [3], [4]);
        Assert.That(
            Some.Lines(data.Summary()).Skip(3), Is.EqualTo(["[min,1]", "[25%,1]", "[50%,2]", "[75%,3]", "[max,4]"]));
        Assert.That(Some.Lines(data.Summary("count_distinct", "10%")), Is.EqualTo(["[count_distinct,4]", "[10%,1]"]));
        Assert.That(() => data.Summary("mode"), Throws.TypeOf<AnalysisException>().With.Message.Contains("mode"));
    }
}
