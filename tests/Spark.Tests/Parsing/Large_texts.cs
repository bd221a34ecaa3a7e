using System.Diagnostics;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Large_texts
{
    private const int Deep = 100_000;

    private static readonly string[] Nests =
    [
        Repeat("(") + "1" + Repeat(")"),
        Repeat("("),
        Repeat("not ") + "a",
        Repeat("- ") + "a",
        Repeat("f(") + "1" + Repeat(")"),
        Repeat("case when a then "),
        Repeat("a[") + "1" + Repeat("]"),
        Repeat("x -> ") + "1",
        Repeat("(select ") + "1" + Repeat(")"),
        Repeat("cast(") + "1",
        Repeat("1 + (2 * ") + "3",
        Repeat("a between 1 and (") + "3",
        Repeat("position("),
        Repeat("trim("),
        Repeat("interval("),
        Repeat("a in (") + "3",
        Repeat("exists (select * where "),
        "cast(a as " + Repeat("array<") + "int",
        "cast(a as " + Repeat("struct<a:") + "int",
        Repeat("a."),
        Repeat("a[0]"),
        "a" + Repeat("[0]"),
        "a" + Repeat("::int"),
        "a" + Repeat(" + 1"),
        "a" + Repeat(" = 1"),
    ];

    private static readonly string[] QueryNests =
    [
        Repeat("(") + "select 1" + Repeat(")"),
        Repeat("select * from ("),
        Repeat("select * from (") + "t",
        "select * from " + Repeat("("),
        "select * from " + Repeat("(") + "t join u" + Repeat(")"),
        Repeat("with a as ("),
        "select 1" + Repeat(" union all select 1"),
        "select 1" + Repeat(" intersect select 1"),
        "select * from t" + Repeat(" join t"),
        "select * from t" + Repeat(", t"),
        "select * from t" + Repeat(" lateral view explode(a) e as b"),
        "select 1 from t group by " + Repeat("grouping sets ("),
        "select 1 from t group by grouping sets (" + Repeat("rollup("),
        Repeat("from "),
        Repeat("values ("),
    ];

    private static IEnumerable<TestCaseData> Expressions => Nests.Select(Short);

    private static IEnumerable<TestCaseData> Queries => QueryNests.Select(Short);

    [TestCaseSource(nameof(Expressions))]
    public void That_nest_too_deep_are_an_error_and_no_stack_overflow(string text) => OnSmallStack(() =>
        Assert.That(() => SparkSqlParser.ParseExpression(text), Throws.InstanceOf<SparkSqlException>()));

    [TestCaseSource(nameof(Queries))]
    public void That_are_queries_in_queries_too(string text) => OnSmallStack(() =>
        Assert.That(() => SparkSqlParser.ParseQuery(text), Throws.InstanceOf<SparkSqlException>()));

    [Test]
    public void That_nest_too_deep_are_told_so() => Assert.That(
        () => SparkSqlParser.ParseExpression(Repeat("(") + "1" + Repeat(")")),
        Throws.InstanceOf<AnalysisException>().With.Message.Contains("nests deeper than 1000 levels"));

    [Test]
    public void That_nest_900_levels_parse() =>
        Assert.That(() => SparkSqlParser.ParseExpression(new string('(', 900) + "a" + new string(')', 900)), Throws.Nothing);

    [TestCase("or", 13)]
    [TestCase("and", 13)]
    [TestCase("+", 4_999)]
    [TestCase("||", 4_999)]
    public void Of_a_chain_of_5000_operands_parse_and_conditions_are_balanced(string operation, int expectedDepth)
    {
        var text = string.Join($" {operation} ", Enumerable.Range(0, 5_000).Select(i => $"c{i}"));

        var depth = 0;
        for (var node = SparkSqlParser.ParseExpression(text); node is CallSyntax call; node = call.Arguments[^1] is CallSyntax ? call.Arguments[^1] : call.Arguments[0])
            depth++;

        Assert.That(depth, Is.EqualTo(expectedDepth));
    }

    [Test]
    public void Of_balanced_conditions_keep_their_order() => Assert.That(
        SyntaxPrinter.Print(SparkSqlParser.ParseExpression("a or b or c or d or e")),
        Is.EqualTo("or(or(a, b), or(c, or(d, e)))"));

    [Test]
    public void Of_a_megabyte_parse_in_well_under_a_second()
    {
        const string Item = "coalesce(t.some_column, 'text', 12.50) + cast(x as decimal(10, 2)) * 3 as name_1, -- why\n";
        var text = "select " + string.Concat(Enumerable.Repeat(Item, 1_000_000 / Item.Length)) + "1 from t where a in (1, 2, 3) and not b";
        var times = new List<TimeSpan>();
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            var query = (SelectSyntax)SparkSqlParser.ParseQuery(text);
            times.Add(watch.Elapsed);
            Assert.That(query.Items, Has.Count.GreaterThan(10_000));
        }

        // The best of several runs, since other tests run at the same time.
        TestContext.Out.WriteLine($"{text.Length:N0} characters in {times.Min().TotalMilliseconds:N0} ms");
        Assert.That(times.Min(), Is.LessThan(TimeSpan.FromSeconds(1)));
    }

    private static TestCaseData Short(string text) => new TestCaseData(text).SetArgDisplayNames(text[..40]);

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Deep));

    // Half a megabyte, less than any thread has by default.
    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            512 * 1024);
        thread.Start();
        thread.Join();
        Assert.That(failure, Is.Null);
    }
}
