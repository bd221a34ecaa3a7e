using System.Globalization;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Tests.Catalogue.Embedded;

namespace SparkEtl.Spark.Tests.Catalogue.Aggregates;

/// <summary>What aggregates give on the embedded engine, against what Spark gives.</summary>
public sealed class AggregateValueTests
{
    private static readonly Expression A = Some.Column("a", SqlTypes.Integer);
    private static readonly Expression D = Some.Column("a", SqlTypes.Double);
    private static readonly Literal[][] OneToTen = Some.Rows(Some.Int(1), Some.Int(2), Some.Int(4), Some.Int(10));
    private static readonly Literal[][] WithNulls = Some.Rows(Some.Int(null), Some.Int(1), Some.Int(2), Some.Int(null));
    private static readonly Literal[][] Doubles = Some.Rows(Some.Double(1), Some.Double(2), Some.Double(4));
    private static readonly Literal[][] OneDouble = Some.Rows(Some.Double(1));

    private EmbeddedFunctions embedded;

    [OneTimeSetUp]
    public void Open() => embedded = new EmbeddedFunctions();

    [OneTimeTearDown]
    public void Close() => embedded.Dispose();

    [TestCase("count", "2")]
    [TestCase("sum", "3")]
    [TestCase("avg", "1.5")]
    [TestCase("min", "1")]
    [TestCase("max", "2")]
    [TestCase("first", "null")]
    [TestCase("last", "null")]
    [TestCase("bit_or", "3")]
    [TestCase("bit_and", "0")]
    [TestCase("bit_xor", "3")]
    [TestCase("collect_list", "[1,2]")]
    [TestCase("product", "2.0")]
    [TestCase("approx_count_distinct", "2")]
    [TestCase("median", "1.5")]
    public void Nulls_are_left_out(string name, string expected) =>
        Assert.That(embedded.Over(Some.Call(name, A), WithNulls), Is.EqualTo(new[] { expected }));

    [TestCase("first", "1")]
    [TestCase("any_value", "1")]
    [TestCase("last", "2")]
    public void First_and_last_can_ignore_nulls(string name, string expected)
    {
        Assert.That(embedded.Over(Some.Call(name, A, Literal.True), WithNulls), Is.EqualTo(new[] { expected }));
        Assert.That(embedded.Over((AggregateCall)Some.Call(name, A) with { IgnoreNulls = true }, WithNulls), Is.EqualTo(new[] { expected }));
    }

    [TestCase("stddev", "1.5275252316519465")]
    [TestCase("stddev_pop", "1.247219128924647")]
    [TestCase("variance", "2.333333333333333")]
    [TestCase("var_pop", "1.5555555555555554")]
    public void Spread_has_the_last_digits_of_Spark(string name, string expected) =>
        Assert.That(embedded.Over(Some.Call(name, D), Doubles), Is.EqualTo(new[] { expected }));

    [TestCase("stddev", "null")]
    [TestCase("variance", "null")]
    [TestCase("stddev_pop", "0.0")]
    [TestCase("var_pop", "0.0")]
    [TestCase("skewness", "null")]
    [TestCase("kurtosis", "null")]
    public void Spread_of_one_value(string name, string expected) =>
        Assert.That(embedded.Over(Some.Call(name, D), OneDouble), Is.EqualTo(new[] { expected }));

    [Test]
    public void Skewness_and_kurtosis()
    {
        var rows = Some.Rows(Some.Double(-10), Some.Double(-20), Some.Double(100), Some.Double(1000));

        Assert.That(Number("skewness"), Is.EqualTo(1.1135657469022013).Within(1e-14));
        Assert.That(Number("kurtosis"), Is.EqualTo(-0.7014368047529618).Within(1e-14));

        double Number(string name) => double.Parse(embedded.Over(Some.Call(name, D), rows)[0], CultureInfo.InvariantCulture);
    }

    [TestCase("corr", "-0.5000000000000002")]
    [TestCase("covar_samp", "-1.166666666666667")]
    [TestCase("covar_pop", "-0.777777777777778")]
    public void Correlation_has_the_last_digits_of_Spark(string name, string expected)
    {
        var call = Some.Call(name, D, Some.Column("b", SqlTypes.Double));

        Assert.That(
            embedded.Over(call, [Some.Double(1), Some.Double(2)], [Some.Double(2), Some.Double(4)], [Some.Double(4), Some.Double(1)]),
            Is.EqualTo(new[] { expected }));
    }

    [TestCase("regr_count", 3)]
    [TestCase("regr_avgx", 3.0)]
    [TestCase("regr_avgy", 1.6666666666666667)]
    [TestCase("regr_sxx", 2.0)]
    [TestCase("regr_sxy", 1.0)]
    [TestCase("regr_syy", 0.6666666666666666)]
    [TestCase("regr_slope", 0.5)]
    [TestCase("regr_intercept", 0.16666666666666674)]
    [TestCase("regr_r2", 0.75)]
    public void Regression_leaves_out_pairs_with_a_null(string name, double expected)
    {
        var call = Some.Call(name, A, Some.Column("b", SqlTypes.Integer));
        Literal[][] rows = [[Some.Int(1), Some.Int(2)], [Some.Int(2), Some.Int(null)], [Some.Int(2), Some.Int(3)], [Some.Int(2), Some.Int(4)]];

        Assert.That(double.Parse(embedded.Over(call, rows)[0], CultureInfo.InvariantCulture), Is.EqualTo(expected).Within(1e-14));
    }

    // Spark asks whether y varies before it asks whether x does: its r2 of a constant y is null, of a constant x it is 1.
    [TestCase("regr_slope", "null", "0.0")]
    [TestCase("regr_intercept", "null", "1.0")]
    [TestCase("regr_r2", "1.0", "null")]
    public void Regression_of_a_constant(string name, string ofOneX, string ofOneY)
    {
        var call = Some.Call(name, A, Some.Column("b", SqlTypes.Integer));

        Assert.That(embedded.Over(call, [Some.Int(1), Some.Int(2)], [Some.Int(3), Some.Int(2)]), Is.EqualTo(new[] { ofOneX }));
        Assert.That(embedded.Over(call, [Some.Int(1), Some.Int(2)], [Some.Int(1), Some.Int(3)]), Is.EqualTo(new[] { ofOneY }));
    }

    [Test]
    public void A_correlation_without_deviation_divides_by_zero() => Assert.That(
        embedded.Error(Some.Call("corr", D, Some.Column("b", SqlTypes.Double)), [Some.Double(1), Some.Double(1)], [Some.Double(1), Some.Double(2)]),
        Is.EqualTo("DIVIDE_BY_ZERO"));

    [TestCase("1.10", "2.25", "3.35", "2.233333")]
    [TestCase("1.00", "1.00", "2.00", "1.333333")]
    [TestCase("-0.01", "0.00", null, "-0.005000")]
    [TestCase("-0.01", "0.00", "0.00", "-0.003333")]
    [TestCase("-0.01", "-0.01", "0.00", "-0.006667")]
    public void A_mean_of_decimals_is_rounded_half_up(string first, string second, string? third, string expected)
    {
        var call = Some.Call("avg", Some.Column("a", SqlTypes.Decimal(18, 2)));

        Assert.That(
            embedded.Over(call, Some.Rows(Some.Decimal(first, 18, 2), Some.Decimal(second, 18, 2), Some.Decimal(third, 18, 2))),
            Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_sum_that_leaves_its_type_is_an_error_and_null_where_tried()
    {
        var longs = Some.Rows(Some.Long(long.MaxValue), Some.Long(1));
        var nines = Some.Rows(Some.Decimal(new string('9', 38), 38, 0), Some.Decimal("1", 38, 0));
        var column = Some.Column("a", SqlTypes.Long);
        var wide = Some.Column("a", SqlTypes.Decimal(38, 0));

        Assert.That(embedded.Error(Some.Call("sum", column), longs), Is.EqualTo("ARITHMETIC_OVERFLOW"));
        Assert.That(embedded.Error(Some.Call("sum", wide), nines), Is.EqualTo("ARITHMETIC_OVERFLOW"));
        Assert.That(embedded.Error(Some.Call("avg", wide), nines), Is.EqualTo("ARITHMETIC_OVERFLOW"));
        Assert.That(embedded.Over(Some.Call("try_sum", column), longs), Is.EqualTo(new[] { "null" }));
        Assert.That(embedded.Over(Some.Call("try_sum", wide), [.. nines, .. nines, .. nines]), Is.EqualTo(new[] { "null" }));
        Assert.That(embedded.Over(Some.Call("try_avg", wide), nines), Is.EqualTo(new[] { "null" }));
    }

    [Test]
    public void Intervals_are_added_and_averaged()
    {
        var months = new YearMonthIntervalType();
        var rows = Some.Rows(new Literal(1, months), new Literal(2, months), new Literal(null, months));

        Assert.That(embedded.Over(Some.Call("sum", Some.Column("a", months)), rows), Is.EqualTo(new[] { "3" }));
        Assert.That(embedded.Over(Some.Call("avg", Some.Column("a", months)), rows), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public void Rows_in_which_all_arguments_are_there_are_counted_once_when_distinct()
    {
        var call = (AggregateCall)Some.Call("count", A, Some.Column("b", SqlTypes.Integer));
        Literal[][] rows = [[Some.Int(1), Some.Int(null)], [Some.Int(1), Some.Int(2)], [Some.Int(1), Some.Int(2)]];

        Assert.That(embedded.Over(call, rows), Is.EqualTo(new[] { "2" }));
        Assert.That(embedded.Over(call with { Distinct = true }, rows), Is.EqualTo(new[] { "1" }));
    }

    [TestCase("sum", "3")]
    [TestCase("avg", "1.5")]
    [TestCase("count", "2")]
    [TestCase("collect_list", "[1,2]")]
    [TestCase("stddev_pop", "0.5")]
    [TestCase("max", "2")]
    [TestCase("median", "1.5")]
    public void Distinct_values_are_taken_once(string name, string expected)
    {
        var call = (AggregateCall)Some.Call(name, A) with { Distinct = true };

        Assert.That(
            embedded.Over(call, Some.Rows(Some.Int(1), Some.Int(1), Some.Int(null), Some.Int(2), Some.Int(2))), Is.EqualTo(new[] { expected }));
    }

    [TestCase("sum", "2")]
    [TestCase("avg", "2.0")]
    [TestCase("collect_list", "[2]")]
    [TestCase("var_pop", "0.0")]
    [TestCase("first", "2")]
    [TestCase("last", "2")]
    public void A_filter_keeps_rows_out(string name, string expected)
    {
        var call = (AggregateCall)Some.Call(name, A) with { Filter = Some.Call("=", A, Some.Int(2)) };

        Assert.That(embedded.Over(call, WithNulls), Is.EqualTo(new[] { expected }));
    }

    [TestCase("max_by", "null")]
    [TestCase("min_by", "7")]
    public void The_value_beside_an_extreme_may_be_null_and_a_null_key_is_left_out(string name, string expected) => Assert.That(
        embedded.Over(
            Some.Call(name, A, Some.Column("b", SqlTypes.Integer)),
            [Some.Int(7), Some.Int(1)],
            [Some.Int(null), Some.Int(2)],
            [Some.Int(9), Some.Int(null)]),
        Is.EqualTo(new[] { expected }));

    [Test]
    public void Of_rows_that_tie_the_last_one_is_taken() => Assert.That(
        embedded.Over(Some.Call("max_by", A, Some.Column("b", SqlTypes.Integer)), [Some.Int(7), Some.Int(1)], [Some.Int(8), Some.Int(1)]),
        Is.EqualTo(new[] { "8" }));

    [TestCase("percentile", 0.5, "3.0")]
    [TestCase("percentile", 0.25, "1.75")]
    [TestCase("percentile_approx", 0.5, "2")]
    [TestCase("percentile_approx", 0.51, "4")]
    [TestCase("percentile_approx", 0.0, "1")]
    [TestCase("percentile_approx", 1.0, "10")]
    public void A_percentile(string name, double percentage, string expected) =>
        Assert.That(embedded.Over(Some.Call(name, A, Some.Double(percentage)), OneToTen), Is.EqualTo(new[] { expected }));

    [Test]
    public void A_percentile_counts_frequencies()
    {
        var call = Some.Call("percentile", A, Some.Double(0.5), Some.Column("b", SqlTypes.Integer));
        Literal[][] rows = [[Some.Int(0), Some.Int(3)], [Some.Int(10), Some.Int(1)], [Some.Int(5), Some.Int(0)]];

        Assert.That(embedded.Over(call, rows), Is.EqualTo(new[] { "0.0" }));
        Assert.That(embedded.Error(call, [[Some.Int(0), Some.Int(-1)]]), Is.Not.EqualTo("no error"));
    }

    [TestCase("percentile_cont", false, "1.75")]
    [TestCase("percentile_cont", true, "5.5")]
    [TestCase("percentile_disc", false, "1.0")]
    [TestCase("percentile_disc", true, "10.0")]
    public void A_percentile_within_an_ordered_group(string name, bool descending, string expected) =>
        Assert.That(embedded.Over(Some.Call(name, A, Some.Double(0.25), Literal.Of(descending)), OneToTen), Is.EqualTo(new[] { expected }));

    [Test]
    public void Aggregates_over_no_rows()
    {
        var never = Literal.False;

        foreach (var (name, expected) in new[]
        {
            ("count", "0"), ("sum", "null"), ("avg", "null"), ("stddev", "null"), ("collect_list", "[]"), ("collect_set", "[]"), ("max", "null"),
            ("median", "null"), ("first", "null"), ("count_if", "0"), ("bool_and", "null"),
        })
        {
            var column = name is "count_if" or "bool_and" ? Some.Column("a", SqlTypes.Boolean) : A;
            var row = name is "count_if" or "bool_and" ? Some.Bool(true) : Some.Int(1);
            var call = (AggregateCall)Some.Call(name, column) with { Filter = never };
            Assert.That(embedded.Over(call, Some.Rows(row)), Is.EqualTo(new[] { expected }), name);
        }
    }
}
