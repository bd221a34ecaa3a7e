using SparkEtl.Spark.Sql;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

public partial class NestedColumnTests
{
    private SparkSession spark = null!;
    private DataFrame data = null!;

    [SetUp]
    public void Start()
    {
        spark = Some.Session();
        data = Some.Frame(
            spark,
            ["s struct<x:int,y:string>", "a array<int>", "m map<string,int>", "dotted.name int"],
            [new GenericRow([1, "one"]), new object?[] { 10, 20 }, new Dictionary<object, object?> { ["k"] = 7 }, 5],
            [null, null, null, null]);
    }

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void Parts_of_nested_values_are_taken_by_name_position_and_key()
    {
        Assert.That(First(data["s.x"]), Is.EqualTo(1));
        Assert.That(First(data["s"].GetField("y")), Is.EqualTo("one"));
        Assert.That(First(data["a"].GetItem(1)), Is.EqualTo(20));
        Assert.That(First(data["m"].GetItem("k")), Is.EqualTo(7));
        Assert.That(First(data["m"].Apply("none")), Is.Null);
        Assert.That(First(Col("`dotted.name`")), Is.EqualTo(5));
        Assert.That(First(data["`dotted.name`"]), Is.EqualTo(5));
        Assert.That(data.Select(data["s.*"]).Columns(), Is.EqualTo(["x", "y"]));
        Assert.That(() => data.Col("s.z"), Throws.TypeOf<AnalysisException>().With.Message.Contains("x"));
    }

    [Test]
    public void A_position_outside_of_an_array_is_an_error() =>
        Assert.That(() => First(data["a"].GetItem(2)), Throws.TypeOf<QueryException>().With.Property("ErrorClass").StartsWith("INVALID_ARRAY_INDEX"));

    [Test]
    public void Fields_are_added_replaced_and_dropped()
    {
        var changed = data.Limit(1).Select(data["s"].WithField("x", Lit(2)).WithField("z", Lit("new")).As("s"));
        Assert.That(changed.DTypes().Single().Item2, Is.EqualTo("struct<x:int,y:string,z:string>"));
        Assert.That(Some.Lines(changed), Is.EqualTo(["[{2, one, new}]"]));
        Assert.That(data.Select(data["s"].DropFields("x", "none").As("s")).DTypes().Single().Item2, Is.EqualTo("struct<y:string>"));
        Assert.That(() => data.Select(data["s"].DropFields("x", "y")), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void Arrays_maps_and_structs_are_made_of_columns()
    {
        var made = spark.Range(1).Select(
            Functions.Array(Lit(1), Lit(2)).As("a"), Map(Lit("k"), Lit(1)).As("m"), Struct(Lit(1).As("x"), Col("id")).As("s"));
        Assert.That(made.DTypes().Select(t => t.Item2), Is.EqualTo(["array<int>", "map<string,int>", "struct<x:int,id:bigint>"]));
        Assert.That(Some.Lines(made), Is.EqualTo(["[[1, 2],{k -> 1},{1, 0}]"]));
    }

    [Test]
    public void A_generator_gives_a_row_for_each_element()
    {
        Assert.That(Some.Lines(data.Select(Explode(data["a"]).As("e"))), Is.EqualTo(["[10]", "[20]"]));
        Assert.That(Some.Lines(data.Select(ExplodeOuter(data["a"]))), Is.EqualTo(["[10]", "[20]", "[null]"]));
        Assert.That(data.Select(PosExplode(data["a"]).As(["p", "e"])).Columns(), Is.EqualTo(["p", "e"]));
        Assert.That(Some.Lines(data.Select(Explode(data["m"]))), Is.EqualTo(["[k,7]"]));
    }

    private object? First(Column column) => data.Limit(1).Select(column).First()[0];
}
