using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Spark.Sql;
using Expressions = SparkEtl.Spark.Sql.Expressions;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

public partial class ColumnTests
{
    [TestCase("a", new[] { "a" })]
    [TestCase("t.a", new[] { "t", "a" })]
    [TestCase("`a.b`.c", new[] { "a.b", "c" })]
    [TestCase("`a``b`", new[] { "a`b" })]
    public void A_name_is_split_at_points_outside_of_backticks(string name, string[] parts) =>
        Assert.That(Col(name).Syntax, Is.EqualTo(new NameSyntax(parts.ToSeq())));

    [TestCase("a`b")]
    [TestCase("`a")]
    [TestCase("a.")]
    [TestCase(".a")]
    [TestCase("`a`b")]
    public void A_name_with_stray_backticks_or_empty_parts_is_refused(string name) =>
        Assert.That(() => Col(name), Throws.TypeOf<AnalysisException>().With.Message.Contains(name));

    [Test]
    public void A_star_stands_for_all_columns()
    {
        Assert.That(Col("*").Syntax, Is.EqualTo(new StarSyntax([], [])));
        Assert.That(Col("t.*").Syntax, Is.EqualTo(new StarSyntax(["t"], [])));
        Assert.That(Count("*").Syntax, Is.EqualTo(new CallSyntax("count", [new StarSyntax([], [])])));
    }

    [Test]
    public void Operators_take_columns_and_constants()
    {
        var one = new LiteralSyntax(1, SqlTypes.Integer);
        Assert.That((Col("a") + 1).Syntax, Is.EqualTo(new CallSyntax("+", [Name("a"), one])));
        Assert.That((Col("a") != 1).Syntax, Is.EqualTo(new CallSyntax("not", [new CallSyntax("=", [Name("a"), one])])));
        Assert.That((Col("a") == "x").Syntax, Is.EqualTo(new CallSyntax("=", [Name("a"), new LiteralSyntax("x", SqlTypes.String)])));
        Assert.That((-Col("a")).Syntax, Is.EqualTo(new CallSyntax("negative", [Name("a")])));
        Assert.That((Col("a") & !Col("b")).Syntax, Is.EqualTo(new CallSyntax("and", [Name("a"), new CallSyntax("not", [Name("b")])])));
        Assert.That(Col("a").EqNullSafe(null).Syntax, Is.EqualTo(new CallSyntax("<=>", [Name("a"), new LiteralSyntax(null, SqlTypes.Null)])));
    }

    [Test]
    public void Equals_compares_columns_and_the_operator_makes_one()
    {
        Assert.That(Col("a").Equals(Col("a")), Is.True);
        Assert.That(new HashSet<Column> { Col("a"), Col("a") }, Has.Count.EqualTo(1));
        Assert.That(Col("a").Equals(Col("b")), Is.False);
        Assert.That(Col("a") == Col("a"), Is.TypeOf<Column>());
    }

    [Test]
    public void When_collects_branches_until_otherwise()
    {
        var column = When(Col("a") > 1, "big").When(Col("a") > 0, "small").Otherwise(Col("b"));
        var syntax = (CaseSyntax)column.Syntax;
        Assert.That(syntax.Branches, Has.Count.EqualTo(2));
        Assert.That(syntax.Else, Is.EqualTo(Name("b")));
        Assert.That(() => column.Otherwise(1), Throws.TypeOf<AnalysisException>());
        Assert.That(() => Col("a").When(Col("b"), 1), Throws.TypeOf<AnalysisException>());
    }

    [Test]
    public void An_aggregate_can_be_distinct_and_ignore_nulls()
    {
        Assert.That(CountDistinct("a", "b").Syntax, Is.EqualTo(new CallSyntax("count", [Name("a"), Name("b")]) { Distinct = true }));
        Assert.That(First("a", ignoreNulls: true).Syntax, Is.EqualTo(new CallSyntax("first", [Name("a")]) { IgnoreNulls = true }));
        Assert.That(First("a").Syntax, Is.EqualTo(new CallSyntax("first", [Name("a")])));
    }

    [Test]
    public void A_window_is_immutable_and_its_frame_has_signed_offsets()
    {
        var spec = Expressions.Window.PartitionBy("p").OrderBy(Col("o").Desc());
        var framed = spec.RowsBetween(-2, Expressions.Window.CurrentRow);
        Assert.That(spec.Syntax.Frame, Is.Null);
        Assert.That(
            framed.Syntax.Frame,
            Is.EqualTo(new FrameSyntax(
                true,
                new FrameBoundSyntax(Spark.Plan.Expressions.FrameBoundKind.Preceding, new LiteralSyntax(2, SqlTypes.Integer)),
                new FrameBoundSyntax(Spark.Plan.Expressions.FrameBoundKind.CurrentRow, null))));
        Assert.That(
            spec.RangeBetween(Expressions.Window.UnboundedPreceding, Expressions.Window.UnboundedFollowing).Syntax.Frame,
            Is.EqualTo(spec.RangeBetween(UnboundedPreceding(), UnboundedFollowing()).Syntax.Frame));
        Assert.That(() => spec.RowsBetween(1, 0), Throws.TypeOf<AnalysisException>());
        Assert.That(() => spec.RowsBetween(0, 1L << 40), Throws.TypeOf<AnalysisException>());
    }

    private static NameSyntax Name(string name) => new([name]);
}
