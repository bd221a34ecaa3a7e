using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Errors
{
    [Test]
    public void Show_the_line_with_a_caret_under_the_place() => Assert.That(
        Fail("SELECT a FORM t").Message,
        Is.EqualTo("""
            Syntax error at line 1, column 10: found 'FORM', expected FROM or the end of the query.
              SELECT a FORM t
                       ^
            """));

    [Test]
    public void Count_lines_and_columns_from_one_and_surrogate_pairs_as_one() => Assert.That(
        Fail("select '😀',\r\n\t'é', +\r\nfrom t").Message,
        Is.EqualTo("""
            Syntax error at line 3, column 1: found 'from', expected an expression.
              from t
              ^
            """));

    [Test]
    public void Cut_a_long_line_around_the_place()
    {
        var message = Fail($"select {string.Join(", ", Enumerable.Repeat("column_name", 40))}, ), {new string('x', 200)} from t").Message.Split('\n');

        Assert.That(message[1], Has.Length.LessThan(125).And.StartsWith("  ...").And.EndsWith("..."));
        Assert.That(message[1][message[2].IndexOf('^', StringComparison.Ordinal)], Is.EqualTo(')'));
    }

    [TestCase("select a from t wehre b", 17, "found 'wehre', expected WHERE or the end of the query.")]
    [TestCase("select a from t gruop by b", 17, "found 'gruop', expected GROUP BY or the end of the query.")]
    [TestCase("select a from t group b", 17, "found 'group', expected GROUP BY or the end of the query.")]
    [TestCase("select a from t order by a dsec", 28, "found 'dsec', expected the end of the query. Did you mean DESC?")]
    [TestCase("selct a from t", 1, "found 'selct', expected a query (SELECT, WITH, VALUES, FROM, TABLE or '('). Did you mean SELECT?")]
    [TestCase("select a, from t", 11, "found 'from', expected an expression.")]
    [TestCase("select from t", 8, "found 'from', expected an expression.")]
    [TestCase("select (a from t", 11, "found 'from', expected ')'.")]
    [TestCase("select f(a from t", 12, "found 'from', expected ',' or ')'.")]
    [TestCase("select a from", 14, "found the end of the text, expected a table, a query in parentheses, VALUES or a table function.")]
    [TestCase("select case when a then b", 26, "found the end of the text, expected WHEN, ELSE or END.")]
    [TestCase("select a in b", 13, "found 'b', expected '(' with the values or a query.")]
    [TestCase("select a is 3", 13, "found '3', expected NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM.")]
    [TestCase("select cast(a int)", 15, "found 'int', expected AS.")]
    [TestCase("select 'abc", 8, "the text that starts here has no closing quote.")]
    [TestCase("select `abc", 8, "the name that starts here has no closing back quote.")]
    [TestCase("select 1 /* abc", 10, "the comment that starts here has no */.")]
    [TestCase("select a $ b", 10, "found '$', expected the end of the query.")]
    [TestCase("select sum(a) over (partition b)", 21, "found 'partition', expected PARTITION BY, ORDER BY, ROWS, RANGE or ')'.")]
    [TestCase("select 1; select 2", 11, "found 'select', expected the end of the query.")]
    [TestCase("", 1, "found the end of the text, expected a query (SELECT, WITH, VALUES, FROM, TABLE or '(').")]
    public void Say_what_was_found_and_what_was_expected(string text, int column, string problem)
    {
        var error = Fail(text);

        Assert.That(error.Message, Does.StartWith($"Syntax error at line 1, column {column}: {problem}\n"));
        Assert.That(error.ErrorClass, Is.EqualTo("PARSE_SYNTAX_ERROR").Or.EqualTo("UNCLOSED_BRACKETED_COMMENT"));
    }

    [TestCase("a adn b", "found 'adn', expected AND or the end of the expression.")]
    [TestCase("a + b, c", "found ',', expected the end of the expression.")]
    public void Of_an_expression_speak_of_an_expression(string text, string problem) => Assert.That(
        () => SparkSqlParser.ParseExpression(text),
        Throws.InstanceOf<AnalysisException>().With.Message.Contains(problem));

    [TestCase("a + b * (c - 1)", "b * (c - 1)")]
    [TestCase("a and b = 1 or c", "a and b = 1")]
    [TestCase("f(x, sum(y) over (order by z))", "sum(y) over (order by z)")]
    [TestCase("  a  ", "a")]
    public void Can_point_at_any_node_since_each_knows_its_text(string text, string node)
    {
        var found = Nodes(SparkSqlParser.ParseExpression(text))
            .Select(n => n.At.Position)
            .Select(p => p!.Text.Substring(p.Offset, p.Length));

        Assert.That(found, Does.Contain(node).And.All.Not.Empty);
    }

    [Test]
    public void Of_a_binder_can_show_the_same_excerpt() => Assert.That(
        SourcePointer.Describe(new TextPosition("select a,\n\tb c", 11, 1)),
        Is.EqualTo("line 2, column 2:\n  \tb c\n  \t^"));

    private static AnalysisException Fail(string text) => Assert.Throws<AnalysisException>(() => SparkSqlParser.ParseQuery(text))!;

    private static IEnumerable<ExpressionSyntax> Nodes(ExpressionSyntax node)
    {
        IEnumerable<ExpressionSyntax> children = node switch
        {
            CallSyntax call => call.Arguments,
            OverSyntax over => [over.Function, .. over.Window.OrderBy],
            SortSyntax sort => [sort.Of],
            _ => [],
        };
        return children.SelectMany(Nodes).Prepend(node);
    }
}
