using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Sql;

public partial class StatTests
{
    private SparkSession spark = null!;
    private DataFrame data = null!;

    [SetUp]
    public void Start()
    {
        spark = Some.Session();
        data = Some.Frame(spark, ["x int", "y double", "k string"], [1, 2.0, "a"], [2, 4.0, "a"], [3, 6.0, "b"], [4, 9.0, null]);
    }

    [TearDown]
    public void Stop() => spark.Dispose();

    [Test]
    public void Covariance_and_correlation_are_those_of_a_sample()
    {
        Assert.That(data.Stat().Cov("x", "y"), Is.EqualTo(3.8333333333333335).Within(1e-12));
        Assert.That(data.Stat().Corr("x", "y"), Is.EqualTo(0.9943767126843689).Within(1e-12));
        Assert.That(data.Stat().Corr("x", "x", "pearson"), Is.EqualTo(1).Within(1e-12));
        Assert.That(data.Limit(1).Stat().Cov("x", "y"), Is.NaN);
        Assert.That(() => data.Stat().Corr("x", "y", "spearman"), Throws.TypeOf<AnalysisException>());
        Assert.That(() => data.Stat().Cov("x", "k"), Throws.TypeOf<AnalysisException>().With.Message.Contains("string"));
    }

    [Test]
    public void Quantiles_are_values_of_the_column()
    {
        Assert.That(data.Stat().ApproxQuantile("x", [0, 0.5, 1], 0), Is.EqualTo([1.0, 2.0, 4.0]));
        Assert.That(data.Filter("x > 9").Stat().ApproxQuantile("x", [0.5], 0.1), Is.Empty);
        Assert.That(data.Stat().ApproxQuantile("x", [], 0.1), Is.Empty);
        Assert.That(() => data.Stat().ApproxQuantile("x", [2], 0), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void Frequent_values_are_those_of_at_least_the_support()
    {
        var frequent = data.Stat().FreqItems(["k", "x"], 0.5);
        Assert.That(frequent.Columns(), Is.EqualTo(["k_freqItems", "x_freqItems"]));
        Assert.That(Some.Lines(frequent), Is.EqualTo(["[[a],[]]"]));
        Assert.That(() => data.Stat().FreqItems(["k"], 0), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void A_crosstab_counts_pairs()
    {
        var table = data.Stat().Crosstab("x", "k").OrderBy("x_k");
        Assert.That(table.Columns(), Is.EqualTo(["x_k", "a", "b", "null"]));
        Assert.That(Some.Lines(table), Is.EqualTo(["[1,1,0,0]", "[2,1,0,0]", "[3,0,1,0]", "[4,0,0,1]"]));
    }
}
