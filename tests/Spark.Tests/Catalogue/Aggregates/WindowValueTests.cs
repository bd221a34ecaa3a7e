using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Tests.Catalogue.Embedded;

namespace SparkEtl.Spark.Tests.Catalogue.Aggregates;

/// <summary>Window functions, and aggregates over windows.</summary>
public sealed class WindowValueTests
{
    private static readonly Expression A = Some.Column("a", SqlTypes.Integer);
    private static readonly Expression B = Some.Column("b", SqlTypes.Integer);
    private static readonly WindowFrame ThisAndTheRowBefore = new(
        Rows: true, new FrameBound(FrameBoundKind.Preceding, Literal.Of(1)), new FrameBound(FrameBoundKind.CurrentRow, null));

    private EmbeddedFunctions embedded;

    [OneTimeSetUp]
    public void Open() => embedded = new EmbeddedFunctions();

    [OneTimeTearDown]
    public void Close() => embedded.Dispose();

    [TestCase("sum", "1 2 4")]
    [TestCase("rank", "1 1 3")]
    [TestCase("dense_rank", "1 1 2")]
    [TestCase("row_number", "1 2 3")]
    [TestCase("percent_rank", "0.0 0.0 1.0")]
    [TestCase("cume_dist", "0.6666666666666666 0.6666666666666666 1.0")]
    [TestCase("count", "2 2 3")]
    [TestCase("stddev_pop", "0.0 0.0 0.4714045207910317")]
    [TestCase("collect_list", "[1,1] [1,1] [1,1,2]")]
    [TestCase("max_by", "1 1 2")]
    public void Over_an_order_with_peers(string name, string expected)
    {
        var call = name switch
        {
            "max_by" => Some.Call(name, A, A),
            "rank" or "dense_rank" or "row_number" or "percent_rank" or "cume_dist" => Some.Call(name),
            _ => Some.Call(name, A),
        };
        expected = name == "sum" ? "2 2 4" : expected;

        Assert.That(string.Join(' ', embedded.Over(Some.Window(call, A), Some.Rows(Some.Int(1), Some.Int(1), Some.Int(2)))), Is.EqualTo(expected));
    }

    [TestCase("avg", "1.0 1.5 3.0")]
    [TestCase("var_pop", "0.0 0.25 1.0")]
    [TestCase("max", "1 2 4")]
    public void Over_a_frame_of_rows(string name, string expected) => Assert.That(
        string.Join(' ', embedded.Over(Some.Window(Some.Call(name, A), A, ThisAndTheRowBefore), Some.Rows(Some.Int(1), Some.Int(2), Some.Int(4)))),
        Is.EqualTo(expected));

    [TestCase("lag", false, "null 1 null null")]
    [TestCase("lead", false, "null null 4 null")]
    [TestCase("first", false, "1 1 1 1")]
    [TestCase("last", false, "1 null null 4")]
    [TestCase("lag", true, "null 1 1 1")]
    [TestCase("lead", true, "4 4 4 null")]
    [TestCase("last", true, "1 1 1 4")]
    public void Neighbours_and_ends_of_a_window(string name, bool ignoreNulls, string expected)
    {
        var call = Some.Call(name, A) switch
        {
            AggregateCall aggregate => aggregate with { IgnoreNulls = ignoreNulls },
            Call window => window with { IgnoreNulls = ignoreNulls },
            var other => other,
        };

        Assert.That(
            string.Join(' ', embedded.Over(
                Some.Window(call, B),
                [Some.Int(1), Some.Int(1)],
                [Some.Int(null), Some.Int(2)],
                [Some.Int(null), Some.Int(3)],
                [Some.Int(4), Some.Int(4)])),
            Is.EqualTo(expected));
    }

    [Test]
    public void A_missing_neighbour_has_a_default_and_the_nth_value_a_place()
    {
        var rows = Some.Rows(Some.Int(1), Some.Int(2), Some.Int(3));

        Assert.That(embedded.Over(Some.Window(Some.Call("lead", A, Some.Int(1), Some.Int(-1)), A), rows), Is.EqualTo(new[] { "2", "3", "-1" }));
        Assert.That(embedded.Over(Some.Window(Some.Call("nth_value", A, Some.Int(2)), A), rows), Is.EqualTo(new[] { "null", "2", "2" }));
        Assert.That(embedded.Over(Some.Window(Some.Call("ntile", Some.Int(2)), A), rows), Is.EqualTo(new[] { "1", "1", "2" }));
    }
}
