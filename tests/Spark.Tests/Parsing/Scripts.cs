using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Scripts
{
    private const string Script = """
        -- first; a comment
        select ';' as a, "x;" ;

        select `b;` /* ; */ from t;;
        ;
        select
          3 -- the last
        """;

    [Test]
    public void Are_split_at_semicolons_outside_of_texts_names_and_comments() =>
        Assert.That(
            SparkSqlParser.SplitStatements(Script).Select(s => (s.Line, s.Text)),
            Is.EqualTo(new[]
            {
                (2, "select ';' as a, \"x;\""),
                (4, "select `b;` /* ; */ from t"),
                (6, "select\n  3"),
            }));

    [TestCase("")]
    [TestCase(" ;; -- nothing\n /* at all */ ;")]
    public void Of_nothing_have_no_statement(string script) => Assert.That(SparkSqlParser.SplitStatements(script), Is.Empty);

    [Test]
    public void Show_the_line_of_the_script_in_errors()
    {
        var statement = SparkSqlParser.SplitStatements("select 1;\nselect 2 +;\nselect 3")[1];

        var error = Assert.Throws<AnalysisException>(() => SparkSqlParser.ParseQuery(statement));

        Assert.That(error.Message, Is.EqualTo("""
            Syntax error at line 2, column 11: found the end of the text, expected an expression.
              select 2 +;
                        ^
            """));
    }

    [Test]
    public void With_an_open_quote_are_one_statement_whose_parse_points_at_the_quote()
    {
        var statement = SparkSqlParser.SplitStatements("select 1; select 'a; select 2")[1];

        Assert.That(() => SparkSqlParser.ParseQuery(statement), Throws.InstanceOf<AnalysisException>().With.Message.Contains("no closing quote"));
    }
}
