using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Expressions
{
    [TestCase("a between 1 and 2", "between(a, 1, 2)")]
    [TestCase("a not between 1 and 2", "not(between(a, 1, 2))")]
    [TestCase("a in (1, 2)", "in(a, 1, 2)")]
    [TestCase("a not in (1)", "not(in(a, 1))")]
    [TestCase("(a, b) in ((1, 2), (3, 4))", "in(struct(a, b), struct(1, 2), struct(3, 4))")]
    [TestCase("a in (select b from t)", "in((a), select b from t)")]
    [TestCase("(a, b) not in (select c, d from t)", "not(in((a, b), select c, d from t))")]
    [TestCase("a in ((select 1))", "in(a, scalar(select 1))")]
    [TestCase("a in ((select 1) union (select 2))", "in((a), union(select 1; select 2))")]
    [TestCase("a in (values 1, 2)", "in((a), values (1), (2))")]
    [TestCase("a like 'x%'", "like(a, 'x%')")]
    [TestCase("a not like 'x/_' escape '/'", "not(like(a, 'x/_', '/'))")]
    [TestCase("a ilike b escape '\\\\'", "ilike(a, b, '\\')")]
    [TestCase("a like any ('x', 'y')", "or(like(a, 'x'), like(a, 'y'))")]
    [TestCase("a like some ('x')", "like(a, 'x')")]
    [TestCase("a not ilike all ('x', 'y')", "and(not(ilike(a, 'x')), not(ilike(a, 'y')))")]
    [TestCase("a not like any ('x', 'y')", "or(not(like(a, 'x')), not(like(a, 'y')))")]
    [TestCase("a rlike 'x'", "rlike(a, 'x')")]
    [TestCase("a not regexp 'x'", "not(rlike(a, 'x'))")]
    [TestCase("a is null", "isnull(a)")]
    [TestCase("a is not null", "isnotnull(a)")]
    [TestCase("a is true", "<=>(a, true)")]
    [TestCase("a is not false", "not(<=>(a, false))")]
    [TestCase("a is unknown", "isnull(not(a))")]
    [TestCase("a is not unknown", "isnotnull(not(a))")]
    [TestCase("a is distinct from b", "not(<=>(a, b))")]
    [TestCase("a is not distinct from b", "<=>(a, b)")]
    [TestCase("exists (select 1)", "exists(select 1)")]
    [TestCase("not exists (select 1) and a", "and(not(exists(select 1)), a)")]
    [TestCase("exists (with c as (select 1) select * from c)", "exists(with c=[select 1] select * from c)")]
    [TestCase("exists ((select 1))", "exists(select 1)")]
    [TestCase("exists ((select 1) union (select 2))", "exists(union(select 1; select 2))")]
    [TestCase("exists(array(1), x -> x > 0)", "exists(array(1), (x) -> >(x, 0))")]
    public void Of_predicates(string text, string expected) => Check(text, expected);

    [TestCase("cast(a as decimal(10, 2))", "cast(a as decimal(10,2))")]
    [TestCase("try_cast('1' as int)", "try_cast('1' as int)")]
    [TestCase("a::array<array<int>>", "cast(a as array<array<int>>)")]
    [TestCase("case when a then 1 when b then 2 else 3 end", "case when a then 1 when b then 2 else 3 end")]
    [TestCase("case a when 1 then 'x' end", "case a when 1 then 'x' end")]
    [TestCase("extract(year from d)", "extract('year', d)")]
    [TestCase("date_part('year', d)", "date_part('year', d)")]
    [TestCase("position('a' in b)", "locate('a', b)")]
    [TestCase("position('a', b)", "position('a', b)")]
    [TestCase("position(a + 1 or c, b)", "position(or(+(a, 1), c), b)")]
    [TestCase("substring(a from 2 for 3)", "substring(a, 2, 3)")]
    [TestCase("substr(a from 2)", "substring(a, 2)")]
    [TestCase("substr(a, 2, 3)", "substr(a, 2, 3)")]
    [TestCase("trim(a)", "trim(a)")]
    [TestCase("trim(from a)", "trim(a)")]
    [TestCase("trim(both from a)", "trim(a)")]
    [TestCase("trim('x' from a)", "trim('x', a)")]
    [TestCase("trim(both 'x' from a)", "trim('x', a)")]
    [TestCase("trim(leading 'x' from a)", "ltrim('x', a)")]
    [TestCase("trim(trailing from a)", "rtrim(a)")]
    [TestCase("trim(both)", "trim(both)")]
    [TestCase("trim('x', a)", "trim('x', a)")]
    [TestCase("overlay(a placing b from 2 for 3)", "overlay(a, b, 2, 3)")]
    [TestCase("overlay(a placing b from 2)", "overlay(a, b, 2)")]
    [TestCase("overlay(a, b, 2)", "overlay(a, b, 2)")]
    [TestCase("first(a ignore nulls)", "first(a) ignore nulls")]
    [TestCase("last(a, true)", "last(a, true)")]
    [TestCase("any_value(a) respect nulls", "any_value(a) respect nulls")]
    [TestCase("timestampadd(month, 1, t)", "timestampadd('month', 1, t)")]
    [TestCase("dateadd(day, 1, t)", "timestampadd('day', 1, t)")]
    [TestCase("dateadd(d, 1)", "dateadd(d, 1)")]
    [TestCase("datediff(HOUR, a, b)", "timestampdiff('HOUR', a, b)")]
    [TestCase("datediff(a, b)", "datediff(a, b)")]
    [TestCase("dateadd(`day`, 1, t)", "dateadd(day, 1, t)")]
    [TestCase("struct(a as x, b)", "struct(a as x, b)")]
    [TestCase("(a, b as y)", "struct(a, b as y)")]
    [TestCase("named_struct('a', 1)", "named_struct('a', 1)")]
    [TestCase("NOW()", "now()")]
    [TestCase("left(a, 1) || right(a, 1)", "||(left(a, 1), right(a, 1))")]
    [TestCase("filter(a, x -> x is not null)", "filter(a, (x) -> isnotnull(x))")]
    [TestCase("aggregate(a, 0, (x, y) -> x + y, z -> z)", "aggregate(a, 0, (x, y) -> +(x, y), (z) -> z)")]
    [TestCase("current_date", "current_date")]
    [TestCase("current_timestamp()", "current_timestamp()")]
    [TestCase("if(a, b, c)", "if(a, b, c)")]
    [TestCase("date('2020-01-01')", "date('2020-01-01')")]
    public void Of_calls(string text, string expected) => Check(text, expected);

    [TestCase("count(*)", "count(1)")]
    [TestCase("count(distinct *)", "count(distinct *)")]
    [TestCase("count(t.*)", "count(t.*)")]
    [TestCase("count(distinct a, b)", "count(distinct a, b)")]
    [TestCase("sum(all a)", "sum(a)")]
    [TestCase("sum(a) filter (where b > 1)", "sum(a) filter (>(b, 1))")]
    [TestCase("percentile_cont(0.5) within group (order by a desc)", "percentile_cont(0.5:decimal(1,1)) within group (a desc)")]
    [TestCase("sum(a) over ()", "sum(a) over ()")]
    [TestCase("sum(a) over w", "sum(a) over w")]
    [TestCase("sum(a) over (w)", "sum(a) over w")]
    [TestCase("lag(a) ignore nulls over (order by b)", "lag(a) ignore nulls over (order by b)")]
    [TestCase(
        "sum(a) filter (where c) over (partition by d, e order by b desc nulls last)",
        "sum(a) filter (c) over (partition by d, e order by b desc nulls last)")]
    [TestCase(
        "sum(a) over (order by b rows between unbounded preceding and current row)",
        "sum(a) over (order by b rows start to current)")]
    [TestCase("sum(a) over (order by b rows 2 preceding)", "sum(a) over (order by b rows -2 to current)")]
    [TestCase(
        "sum(a) over (order by b range between interval 1 day preceding and 1 + 1 following)",
        "sum(a) over (order by b range -86400000000:interval day to ++(1, 1))")]
    [TestCase(
        "sum(a) over (order by b rows between current row and unbounded following)",
        "sum(a) over (order by b rows current to end)")]
    [TestCase("sum(a) over (distribute by d sort by b)", "sum(a) over (partition by d order by b)")]
    [TestCase("sum(a) over (cluster by d)", "sum(a) over (partition by d)")]
    public void Of_aggregates_and_windows(string text, string expected) => Check(text, expected);

    [TestCase("a.b.c", "[a|b|c]")]
    [TestCase("`a b`.`c``d`", "[a b|c`d]")]
    [TestCase("a.select", "[a|select]")]
    [TestCase("*", "*")]
    [TestCase("a.b.*", "[a|b].*")]
    [TestCase("* except (a, b.c)", "* except (a, [b|c])")]
    [TestCase("(a).b", "[a|b]")]
    [TestCase("f(a).b", "f(a).b")]
    [TestCase("a[0].b", "getitem(a, 0).b")]
    [TestCase("m['k']", "getitem(m, 'k')")]
    [TestCase("(select max(a) from t)", "scalar(select max(a) from t)")]
    [TestCase("((select 1) + 1) * 2", "*(+(scalar(select 1), 1), 2)")]
    [TestCase("((select 1) union select 2)", "scalar(union(select 1; select 2))")]
    [TestCase("((select 1) limit 1)", "scalar([select 1] limit 1)")]
    [TestCase("(((select 1)))", "scalar(select 1)")]
    public void Of_names_elements_and_subqueries(string text, string expected) => Check(text, expected);

    [TestCase("a as b", "a as b")]
    [TestCase("a b", "a as b")]
    [TestCase("a + 1 as `b c`", "+(a, 1) as b c")]
    [TestCase("explode(m) as (k, v)", "explode(m) as k/v")]
    [TestCase("explode(m) (k, v)", "explode(m) as k/v")]
    [TestCase("a as from", "a as from")]
    [TestCase("a date", "a as date")]
    [TestCase("a order", "a as order")]
    [TestCase("end", "end")]
    [TestCase("left", "left")]
    [TestCase("values", "values")]
    [TestCase("user", "user")]
    public void Take_almost_any_word_as_a_name(string text, string expected) => Check(text, expected);

    [TestCase("a desc, b nulls first, c asc nulls last", "a desc; b nulls first; c nulls last")]
    public void To_sort_by(string text, string expected) =>
        Assert.That(string.Join("; ", SparkSqlParser.ParseSorts(text).Select(SyntaxPrinter.Print)), Is.EqualTo(expected));

    [TestCase("f(a => 1)", "by name")]
    [TestCase("a = :p", "parameter")]
    [TestCase("a = ?", "parameter")]
    [TestCase("a collate UNICODE = b", "COLLATE")]
    [TestCase("identifier('a')", "IDENTIFIER")]
    [TestCase("cast(a as variant)", "VARIANT")]
    [TestCase("cast(a as interval)", "INTERVAL")]
    [TestCase("f(table t)", "table")]
    public void That_not_every_engine_has_are_refused_by_name(string text, string what) =>
        Assert.That(
            () => SparkSqlParser.ParseExpression(text),
            Throws.InstanceOf<RefusedException>().With.Property(nameof(RefusedException.What)).Contains(what).IgnoreCase);

    [TestCase("dateadd('day', 1, t)", "INVALID_PARAMETER_VALUE.DATETIME_UNIT")]
    [TestCase("a like 'b' escape 'xy'", "INVALID_ESCAPE_CHAR")]
    [TestCase("schema.f(1)", "UNRESOLVED_ROUTINE")]
    [TestCase("é + 1", "INVALID_IDENTIFIER")]
    [TestCase("``", "INVALID_IDENTIFIER")]
    public void That_mean_nothing_have_the_error_class_of_Spark(string text, string errorClass) =>
        Assert.That(
            () => SparkSqlParser.ParseExpression(text),
            Throws.InstanceOf<AnalysisException>().With.Property(nameof(AnalysisException.ErrorClass)).EqualTo(errorClass));

    [TestCase("CURRENT_DATE", "current_date()")]
    [TestCase("user", "current_user()")]
    [TestCase("a", null)]
    [TestCase("t.user", null)]
    public void That_are_bare_calls_are_known_once_there_is_no_such_column(string text, string? expected)
    {
        var call = BareCalls.Of((SparkEtl.Spark.Parsing.Syntax.NameSyntax)SparkSqlParser.ParseExpression(text));

        Assert.That(call is null ? null : SyntaxPrinter.Print(call), Is.EqualTo(expected));
    }

    private static void Check(string text, string expected) =>
        Assert.That(SyntaxPrinter.Print(SparkSqlParser.ParseExpression(text)), Is.EqualTo(expected));
}
