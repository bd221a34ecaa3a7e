using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Sql;

public partial class NaTests
{
    private SparkSession spark = null!;
    private DataFrame data = null!;

    [SetUp]
    public void Start()
    {
        spark = Some.Session();
        data = Some.Frame(
            spark,
            ["i int", "d double", "s string", "b boolean"],
            [1, 1.5, "x", true],
            [null, double.NaN, null, null],
            [2, null, "y", false],
            [null, null, null, null]);
    }

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void Rows_with_nulls_are_dropped()
    {
        Assert.That(data.Na().Drop().Count(), Is.EqualTo(1));
        Assert.That(data.Na().Drop("all").Count(), Is.EqualTo(2), "a NaN is no value");
        Assert.That(data.Na().Drop(["i", "s"]).Count(), Is.EqualTo(2));
        Assert.That(data.Na().Drop("all", ["d"]).Count(), Is.EqualTo(1));
        Assert.That(data.Na().Drop(3).Count(), Is.EqualTo(2));
        Assert.That(data.Na().Drop(0).Count(), Is.EqualTo(4));
        Assert.That(data.Na().Drop(5).Count(), Is.Zero);
        Assert.That(data.Na().Drop(1, ["s", "b"]).Count(), Is.EqualTo(2));
        Assert.That(() => data.Na().Drop("some"), Throws.TypeOf<AnalysisException>());
        Assert.That(() => data.Na().Drop(["nothing"]), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void Nulls_are_filled_in_columns_of_the_values_type()
    {
        Assert.That(Some.Lines(data.Na().Fill(0L)), Is.EqualTo(["[1,1.5,x,true]", "[0,0.0,null,null]", "[2,0.0,y,false]", "[0,0.0,null,null]"]));
        Assert.That(Some.Lines(data.Na().Fill(7.9)).Last(), Is.EqualTo("[7,7.9,null,null]"));
        Assert.That(Some.Lines(data.Na().Fill("?")).Last(), Is.EqualTo("[null,null,?,null]"));
        Assert.That(Some.Lines(data.Na().Fill(true)).Last(), Is.EqualTo("[null,null,null,true]"));
        Assert.That(Some.Lines(data.Na().Fill(3L, ["i", "s"])).Last(), Is.EqualTo("[3,null,null,null]"));
        Assert.That(Some.Lines(data.Na().Fill(new Dictionary<string, string> { ["s"] = "?", ["I"] = "4" })).Last(), Is.EqualTo("[4,null,?,null]"));
        Assert.That(data.Na().Fill(0L).DTypes(), Is.EqualTo(data.DTypes()));
    }

    [Test]
    public void Values_are_replaced_in_columns_of_their_type()
    {
        var numbers = new Dictionary<double, double> { [1] = 10, [1.5] = 2.5 };
        Assert.That(Some.Lines(data.Na().Replace("*", numbers)).First(), Is.EqualTo("[10,2.5,x,true]"));
        Assert.That(Some.Lines(data.Na().Replace("d", numbers)).First(), Is.EqualTo("[1,2.5,x,true]"));
        Assert.That(
            Some.Lines(data.Na().Replace(["s", "i"], new Dictionary<string, string> { ["x"] = "z", ["y"] = null! })),
            Is.EqualTo(["[1,1.5,z,true]", "[null,NaN,null,null]", "[2,null,null,false]", "[null,null,null,null]"]));
        Assert.That(Some.Lines(data.Na().Replace("b", new Dictionary<bool, bool> { [true] = false })).First(), Is.EqualTo("[1,1.5,x,false]"));
    }
}
