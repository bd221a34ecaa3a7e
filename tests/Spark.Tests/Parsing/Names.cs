using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Names
{
    [TestCase("a", "a")]
    [TestCase("a.b.c", "[a|b|c]")]
    [TestCase("a.`b.c`", "[a|b.c]")]
    [TestCase("`a``b`", "a`b")]
    [TestCase("my column-1", "my column-1")]
    [TestCase("é.1st", "[é|1st]")]
    [TestCase("*", "*")]
    [TestCase("t.*", "t.*")]
    [TestCase("a.`b.c`.*", "[a|b.c].*")]
    [TestCase("``", "")]
    [TestCase("", "")]
    public void Of_columns_are_split_at_points_outside_of_back_quotes(string text, string expected) =>
        Assert.That(SyntaxPrinter.Print(SparkSqlParser.ParseName(text)), Is.EqualTo(expected));

    [TestCase("a.")]
    [TestCase(".a")]
    [TestCase("a..b")]
    [TestCase("a`b")]
    [TestCase("`a")]
    [TestCase("`a`b")]
    [TestCase("`a`.")]
    public void Of_columns_that_are_malformed_have_the_error_class_of_Spark(string text) =>
        Assert.That(
            () => SparkSqlParser.ParseName(text),
            Throws.InstanceOf<AnalysisException>().With.Property(nameof(AnalysisException.ErrorClass)).EqualTo("INVALID_ATTRIBUTE_NAME_SYNTAX"));

    [Test]
    public void Of_tables_are_names_of_the_grammar() =>
        Assert.That(SparkSqlParser.ParseTableName("a.`b c`"), Is.EqualTo(new[] { "a", "b c" }));
}
