using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Precedence
{
    [TestCase("a or b and c", "or(a, and(b, c))")]
    [TestCase("a and b or c", "or(and(a, b), c)")]
    [TestCase("not a and b", "and(not(a), b)")]
    [TestCase("not a = b", "not(=(a, b))")]
    [TestCase("! a = b", "not(=(a, b))")]
    [TestCase("not not a", "not(not(a))")]
    [TestCase("not a in (1)", "not(in(a, 1))")]
    [TestCase("a = b is null", "isnull(=(a, b))")]
    [TestCase("a < b = c", "=(<(a, b), c)")]
    [TestCase("a | b ^ c & d", "|(a, ^(b, &(c, d)))")]
    [TestCase("a & b + c", "&(a, +(b, c))")]
    [TestCase("a & b << c", "&(a, shiftleft(b, c))")]
    [TestCase("a << b + c", "shiftleft(a, +(b, c))")]
    [TestCase("a >> b >>> c", "shiftrightunsigned(shiftright(a, b), c)")]
    [TestCase("a + b * c", "+(a, *(b, c))")]
    [TestCase("a - b - c", "-(-(a, b), c)")]
    [TestCase("a || b + c", "+(||(a, b), c)")]
    [TestCase("a * b div c % d / e", "/(%(div(*(a, b), c), d), e)")]
    [TestCase("-a * b", "*(negative(a), b)")]
    [TestCase("- - a", "negative(negative(a))")]
    [TestCase("+a", "positive(a)")]
    [TestCase("~a + b", "+(~(a), b)")]
    [TestCase("-a.b", "negative([a|b])")]
    [TestCase("-a::int", "negative(cast(a as int))")]
    [TestCase("a + b::int", "+(a, cast(b as int))")]
    [TestCase("(a + b) * c", "*(+(a, b), c)")]
    [TestCase("a between b and c and d", "and(between(a, b, c), d)")]
    [TestCase("a between b + 1 and c or d", "or(between(a, +(b, 1), c), d)")]
    [TestCase("a like b || c", "like(a, ||(b, c))")]
    [TestCase("a = b and c <> d", "and(=(a, b), not(=(c, d)))")]
    [TestCase("a != b", "not(=(a, b))")]
    [TestCase("a == b", "=(a, b)")]
    [TestCase("a !< b", ">=(a, b)")]
    [TestCase("a !> b", "<=(a, b)")]
    [TestCase("a <=> b", "<=>(a, b)")]
    [TestCase("f(x)[0].a.b", "getitem(f(x), 0).a.b")]
    [TestCase("a[i + 1][b]", "getitem(getitem(a, +(i, 1)), b)")]
    public void Of_operators_is_that_of_Spark(string text, string expected) =>
        Assert.That(SyntaxPrinter.Print(SparkSqlParser.ParseExpression(text)), Is.EqualTo(expected));

    [TestCase("a is null = true")]
    [TestCase("a in (1) in (true)")]
    [TestCase("1 + not a")]
    public void A_predicate_does_not_go_on_as_a_value(string text) =>
        Assert.That(() => SparkSqlParser.ParseExpression(text), Throws.InstanceOf<AnalysisException>());
}
