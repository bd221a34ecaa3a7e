using SparkEtl.Spark.Sql;
using static SparkEtl.Spark.Sql.Functions;
using Window = SparkEtl.Spark.Sql.Expressions.Window;

namespace SparkEtl.Spark.Tests.Sql;

public partial class FrameTests
{
    private SparkSession spark = null!;
    private DataFrame people = null!;

    [SetUp]
    public void Start()
    {
        spark = Some.Session();
        people = Some.Frame(spark, ["name string", "city string", "age int"], ["Ann", "Bonn", 30], ["Bob", "Bonn", null], ["Cid", null, 50]);
    }

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void Columns_are_selected_by_name_by_expression_and_by_text()
    {
        Assert.That(Some.Lines(people.Select("name", "age")), Is.EqualTo(["[Ann,30]", "[Bob,null]", "[Cid,50]"]));
        Assert.That(Some.Lines(people.Select(people["age"] + 1)), Is.EqualTo(["[31]", "[null]", "[51]"]));
        Assert.That(people.Select(people["age"] + 1).Columns(), Is.EqualTo(["(age + 1)"]));
        Assert.That(Some.Lines(people.SelectExpr("age * 2 as twice", "name")), Is.EqualTo(["[60,Ann]", "[null,Bob]", "[100,Cid]"]));
        Assert.That(people.Select("*").Columns(), Is.EqualTo(["name", "city", "age"]));
        Assert.That(people.Select(people["*"], Lit(1).As("one")).Columns(), Is.EqualTo(["name", "city", "age", "one"]));
        Assert.That(people.Select(people.ColRegex("`.*e`")).Columns(), Is.EqualTo(["name", "age"]));
        Assert.That(people.Select(Max("age")).First().GetAs<int>(0), Is.EqualTo(50));
    }

    [Test]
    public void An_unknown_column_fails_where_it_is_written_with_the_nearest_name() => Assert.That(
        () => people.Select("nmae"), Throws.TypeOf<AnalysisException>().With.Message.Contains("name").And.Message.Contains("city"));

    [Test]
    public void A_frame_does_not_change_by_what_is_made_of_it()
    {
        var before = people.Schema();
        _ = people.WithColumn("age", Lit("x")).Drop("name").Limit(1);
        Assert.That(people.Schema(), Is.EqualTo(before));
        Assert.That(people.Count(), Is.EqualTo(3));
    }

    [Test]
    public void Rows_are_JSON_objects_without_their_nulls()
    {
        var json = people.ToJSON();
        Assert.That(json.Columns(), Is.EqualTo(["value"]));
        Assert.That(json.Collect().Select(r => r.GetAs<string>(0)), Is.EqualTo([
            """{"name":"Ann","city":"Bonn","age":30}""", """{"name":"Bob","city":"Bonn"}""", """{"name":"Cid","age":50}"""]));
        Assert.That(
            Some.Lines(json.Select(FromJson(json["value"], "name string, age bigint").As("p")).Select("p.age", "p.name")),
            Is.EqualTo(["[30,Ann]", "[null,Bob]", "[50,Cid]"]));
    }

    [Test]
    public void Columns_are_added_replaced_renamed_and_dropped()
    {
        Assert.That(people.WithColumn("AGE", Lit(1)).Columns(), Is.EqualTo(["name", "city", "AGE"]).IgnoreCase);
        Assert.That(people.WithColumn("one", Lit(1)).Columns(), Is.EqualTo(["name", "city", "age", "one"]));
        Assert.That(people.WithColumnRenamed("City", "town").Columns(), Is.EqualTo(["name", "town", "age"]));
        Assert.That(people.WithColumnRenamed("none", "town").Columns(), Is.EqualTo(people.Columns()));
        Assert.That(people.Drop("city", "none").Columns(), Is.EqualTo(["name", "age"]));
        Assert.That(people.Drop(people["city"]).Columns(), Is.EqualTo(["name", "age"]));
        Assert.That(people.ToDF("a", "b", "c").Columns(), Is.EqualTo(["a", "b", "c"]));
        Assert.That(() => people.ToDF("a"), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void Filters_take_columns_and_text_and_leave_out_what_is_unknown()
    {
        Assert.That(Some.Lines(people.Filter(people["age"] > 30)), Is.EqualTo(["[Cid,null,50]"]));
        Assert.That(people.Where("age <> 30").Count(), Is.EqualTo(1));
        Assert.That(people.Filter(Col("city").IsNull() | (Col("age") == 30)).Count(), Is.EqualTo(2));
        Assert.That(people.Filter(Col("age").IsIn(30, 50)).Count(), Is.EqualTo(2));
        Assert.That(people.Filter(Col("age").IsIn(System.Array.Empty<int>())).Count(), Is.Zero);
        Assert.That(people.Filter(Col("age").Between(30, 49)).Count(), Is.EqualTo(1));
        Assert.That(people.Filter(Col("city").EqNullSafe(null)).Count(), Is.EqualTo(1));
        Assert.That(() => people.Filter("age >"), Throws.TypeOf<AnalysisException>());
        Assert.That(() => people.Filter(Col("age")), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void A_condition_may_hold_a_query_over_a_view()
    {
        people.CreateOrReplaceTempView("people");
        Assert.That(people.Filter("age = (select max(age) from people)").Count(), Is.EqualTo(1));
    }

    [Test]
    public void When_chooses_the_first_branch_that_is_true()
    {
        var size = When(Col("age") > 40, "old").When(Col("age") > 20, "young").Otherwise("unknown").As("size");
        Assert.That(Some.Lines(people.Select(size)), Is.EqualTo(["[young]", "[unknown]", "[old]"]));
        Assert.That(Some.Lines(people.Select(When(Col("age") > 40, 1).As("x"))), Is.EqualTo(["[null]", "[null]", "[1]"]));
    }

    [Test]
    public void Rows_are_sorted_with_nulls_where_the_order_says()
    {
        Assert.That(Some.Lines(people.Select("age").OrderBy("age")), Is.EqualTo(["[null]", "[30]", "[50]"]));
        Assert.That(Some.Lines(people.Select("age").OrderBy(Col("age").Desc())), Is.EqualTo(["[50]", "[30]", "[null]"]));
        Assert.That(Some.Lines(people.Select("age").Sort(Col("age").DescNullsFirst())), Is.EqualTo(["[null]", "[50]", "[30]"]));
        Assert.That(Some.Lines(people.Select("name").OrderBy(people["age"].AscNullsLast())), Is.EqualTo(["[Ann]", "[Cid]", "[Bob]"]));
        Assert.That(Some.Lines(people.OrderBy(Desc("name")).Limit(1)), Is.EqualTo(["[Cid,null,50]"]));
    }

    [Test]
    public void Joins_of_every_type_give_the_rows_of_that_type()
    {
        var cities = Some.Frame(spark, ["city string", "country string"], ["Bonn", "DE"], ["Rome", "IT"], [null, "?"]);
        Assert.That(people.Join(cities, "city").Columns(), Is.EqualTo(["city", "name", "age", "country"]));
        long Rows(string type) => people.Join(cities, ["city"], type).Count();
        Assert.That(Rows("inner"), Is.EqualTo(2));
        Assert.That(Rows("left"), Is.EqualTo(3));
        Assert.That(Rows("right_outer"), Is.EqualTo(4));
        Assert.That(Rows("full"), Is.EqualTo(5));
        Assert.That(Rows("leftsemi"), Is.EqualTo(2));
        Assert.That(Rows("left_anti"), Is.EqualTo(1));
        Assert.That(people.CrossJoin(cities).Count(), Is.EqualTo(9));
        Assert.That(people.Join(cities, people["city"].EqNullSafe(cities["city"])).Count(), Is.EqualTo(3));
        Assert.That(() => people.Join(cities, ["city"], "sideways"), Throws.TypeOf<AnalysisException>().With.Message.Contains("sideways"));
    }

    [Test]
    public void A_frame_joined_with_one_made_of_it_keeps_their_columns_apart()
    {
        var older = people.Filter(Col("age") > 40).WithColumn("age", Col("age") + 1);
        var joined = people.Join(older, people["name"] == older["name"]).Select(people["age"].As("before"), older["age"].As("after"));
        Assert.That(Some.Lines(joined), Is.EqualTo(["[50,51]"]));
        var named = people.As("a").Join(people.As("b"), Col("a.age") < Col("b.age")).Select("a.name", "b.name");
        Assert.That(Some.Lines(named), Is.EqualTo(["[Ann,Cid]"]));
        Assert.That(people.Join(people, people["name"] == people["name"]).Count(), Is.EqualTo(3));
    }

    [Test]
    public void Unions_and_set_operations_follow_position_or_name()
    {
        var left = Some.Frame(spark, ["a int", "b string"], [1, "x"], [1, "x"], [2, null]);
        var right = Some.Frame(spark, ["a bigint", "b string"], [1L, "x"], [3L, "y"]);
        Assert.That(left.Union(right).Count(), Is.EqualTo(5));
        Assert.That(left.Union(right).DTypes().First().Item2, Is.EqualTo("bigint"));
        Assert.That(left.Intersect(right).Count(), Is.EqualTo(1));
        Assert.That(left.IntersectAll(left).Count(), Is.EqualTo(3));
        Assert.That(Some.Lines(left.Except(right)), Is.EqualTo(["[2,null]"]));
        Assert.That(left.ExceptAll(right).Count(), Is.EqualTo(2));
        Assert.That(left.Distinct().Count(), Is.EqualTo(2));
        var swapped = right.Select("b", "a");
        Assert.That(Some.Lines(left.UnionByName(swapped).Filter("a = 3")), Is.EqualTo(["[3,y]"]));
        Assert.That(() => left.UnionByName(right.Select("a")), Throws.TypeOf<AnalysisException>());
        Assert.That(Some.Lines(left.UnionByName(right.Select("a"), allowMissingColumns: true).Filter("a = 3")), Is.EqualTo(["[3,null]"]));
    }

    [Test]
    public void Duplicates_are_dropped_by_the_columns_named()
    {
        Assert.That(people.DropDuplicates("city").Count(), Is.EqualTo(2));
        Assert.That(people.Union(people).DropDuplicates().Count(), Is.EqualTo(3));
        Assert.That(() => people.DropDuplicates("nothing"), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void First_rows_last_rows_and_no_rows()
    {
        Assert.That(spark.Range(5).Head(2).Select(r => r.GetAs<long>(0)), Is.EqualTo([0, 1]));
        Assert.That(spark.Range(5).Tail(2).Select(r => r.GetAs<long>(0)), Is.EqualTo([3, 4]));
        Assert.That(spark.Range(5).Take(0), Is.Empty);
        Assert.That(spark.Range(5).First().GetAs<int>("id"), Is.Zero);
        Assert.That(spark.Range(0).IsEmpty(), Is.True);
        Assert.That(spark.Range(1).IsEmpty(), Is.False);
        Assert.That(() => spark.Range(0).First(), Throws.TypeOf<QueryException>());
        Assert.That(spark.Range(100_000).ToLocalIterator().Take(3).Count(), Is.EqualTo(3));
        Assert.That(() => people.Limit(-1), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void A_window_sees_the_rows_of_its_partition_in_their_order()
    {
        var data = Some.Frame(spark, ["k string", "v int"], ["a", 1], ["a", 2], ["a", 4], ["b", 8]);
        var ordered = Window.PartitionBy("k").OrderBy("v");
        var result = data.Select(
            Col("k"),
            Col("v"),
            RowNumber().Over(ordered).As("n"),
            Sum("v").Over(ordered.RowsBetween(-1, 0)).As("last_two"),
            Sum("v").Over(Window.PartitionBy("k")).As("all"),
            Lag("v", 1, -1).Over(ordered).As("before"),
            Lead("v", 1).Over(ordered).As("after"),
            Count("v").Over(ordered.RangeBetween(-1, Window.CurrentRow)).As("near")).OrderBy("k", "v");
        Assert.That(
            Some.Lines(result),
            Is.EqualTo(["[a,1,1,1,7,-1,2,1]", "[a,2,2,3,7,1,4,2]", "[a,4,3,6,7,2,null,1]", "[b,8,1,8,8,-1,null,1]"]));
    }

    [Test]
    public void Kept_rows_are_computed_once_for_every_frame_over_them()
    {
        var statements = new List<string>();
        using var watched = Some.Session(statements.Add);
        var numbers = watched.Range(10).Filter("id > 4");
        var later = numbers.Select(Col("id") + 1);
        Assert.That(numbers.StorageLevel(), Is.EqualTo(StorageLevel.NONE));
        numbers.Cache();
        Assert.That(numbers.StorageLevel(), Is.EqualTo(StorageLevel.MEMORY_AND_DISK));
        Assert.That(numbers.Count() + later.Count(), Is.EqualTo(10));
        Assert.That(statements.Where(s => s.Contains("range", StringComparison.OrdinalIgnoreCase)).ToArray(), Has.Length.EqualTo(1));
        numbers.Unpersist();
        Assert.That(numbers.StorageLevel(), Is.EqualTo(StorageLevel.NONE));
        Assert.That(numbers.Count(), Is.EqualTo(5));
    }

    [Test]
    public void Frames_made_in_the_same_way_have_the_same_semantics()
    {
        var numbers = spark.Range(5);
        Assert.That(numbers.Filter("id > 1").SameSemantics(numbers.Filter(Col("id") > 1)), Is.True);
        Assert.That(numbers.Filter("id > 1").SemanticHash(), Is.EqualTo(numbers.Filter(Col("id") > 1).SemanticHash()));
        Assert.That(numbers.Filter("id > 1").SameSemantics(numbers.Filter("id > 2")), Is.False);
    }

    [Test]
    public void Steps_that_change_no_row_change_no_row()
    {
        var same = people.Repartition(3).Repartition(2, Col("name")).Coalesce(1).RepartitionByRange(Col("age")).Hint("broadcast")
            .SortWithinPartitions("name").WithWatermark("name", "1 hour").Transform(f => f);
        Assert.That(Some.Lines(same.OrderBy("name")), Is.EqualTo(Some.Lines(people)));
        Assert.That(() => people.Repartition(0), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public async Task Actions_have_forms_that_do_not_block()
    {
        Assert.That(await people.CountAsync(), Is.EqualTo(3));
        Assert.That(await people.CollectAsync(), Has.Count.EqualTo(3));
        Assert.That((await people.FirstAsync()).GetAs<string>("name"), Is.EqualTo("Ann"));
        Assert.That(await people.TakeAsync(2), Has.Count.EqualTo(2));
        Assert.That(await people.TailAsync(1), Has.Count.EqualTo(1));
        Assert.That(await people.IsEmptyAsync(), Is.False);
    }

    [Test]
    public void An_overflow_is_an_error_of_the_query_with_the_class_of_Spark() => Assert.That(
        () => people.Select(Lit(int.MaxValue) + Col("age")).Collect(),
        Throws.TypeOf<QueryException>().With.Property("ErrorClass").StartsWith("ARITHMETIC_OVERFLOW"));

    [Test]
    public void Samples_and_splits_hold_every_row_once_and_are_the_same_for_a_seed()
    {
        var numbers = spark.Range(1000).Cache();
        var parts = numbers.RandomSplit([1, 3], seed: 7);
        Assert.That(parts[0].Count() + parts[1].Count(), Is.EqualTo(1000));
        Assert.That(parts[0].Intersect(parts[1]).Count(), Is.Zero);
        Assert.That(parts[0].Count(), Is.InRange(150, 350));
        long[] sizes = [numbers.Sample(0.5, seed: 3).Count(), numbers.Sample(0.5, seed: 3).Count()];
        Assert.That(sizes[0], Is.EqualTo(sizes[1]).And.InRange(400, 600));
        Assert.That(numbers.Sample(0, seed: 3).Count(), Is.Zero);
        var joined = numbers.Join(numbers.WithColumnRenamed("id", "other"), Col("id") == Col("other")).RandomSplit([1, 1], seed: 8);
        Assert.That(joined[0].Union(joined[1]).Distinct().Count(), Is.EqualTo(1000));
        Assert.That(numbers.Sample(1, seed: 3).Count(), Is.EqualTo(1000));
        Assert.That(() => numbers.Sample(1.5), Throws.TypeOf<AnalysisException>());
        Assert.That(() => numbers.RandomSplit([-1, 2]), Throws.TypeOf<AnalysisException>());
    }
}
