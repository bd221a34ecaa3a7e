using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Queries
{
    [TestCase("select 1", "select 1")]
    [TestCase("SELECT 1;", "select 1")]
    [TestCase("select distinct a, b as c from t where a > 1", "select distinct a, b as c from t where >(a, 1)")]
    [TestCase("select all a from t", "select a from t")]
    [TestCase("select t.*, a.b.c from s.t", "select t.*, [a|b|c] from [s|t]")]
    [TestCase("select a from t as x", "select a from (t) x")]
    [TestCase("select a from t x(b, c)", "select a from (t) x(b, c)")]
    [TestCase("select a from (select b from t) x", "select a from (select b from t) x")]
    [TestCase("select a left, b right from t", "select a as left, b as right from t")]
    [TestCase("select a limit, b offset from t limit 1", "[select a as limit, b as offset from t] limit 1")]
    [TestCase("select sum(a) from t having sum(a) > 1", "select sum(a) from t having >(sum(a), 1)")]
    [TestCase("select sum(a) from t having sum(a)", "select sum(a) from t having cast(sum(a) as boolean)")]
    [TestCase("select 1 -- comment\n + /* a /* nested */ one */ 2", "select +(1, 2)")]
    [TestCase("select 1 -- goes on \\\n and on\n + 2", "select +(1, 2)")]
    [TestCase("select /*+ BROADCAST(t) */ a from t", "select a from t")]
    [TestCase("from t select a where b", "select a from t where b")]
    [TestCase("from t, s select a order by a limit 1", "[select a from inner(t; s)] order by a limit 1")]
    [TestCase("table s.t", "[s|t]")]
    [TestCase("(select 1)", "select 1")]
    [TestCase("select a as `select`, `from`.b from `from`", "select a as select, [from|b] from from")]
    [TestCase("select a from parquet.`/x/y z.parquet`", "select a from [parquet|/x/y z.parquet]")]
    public void Of_one_source(string text, string expected) => Check(text, expected);

    [TestCase("values 1, 2", "values (1), (2)")]
    [TestCase("values (1, 'a'), (2, null)", "values (1, 'a'), (2, null)")]
    [TestCase("select * from values (1, 'a') t(x, y)", "select * from (values (1, 'a')) t(x, y)")]
    [TestCase("select * from (values (1), (2)) as t(x)", "select * from (values (1), (2)) t(x)")]
    [TestCase("values struct(1, 2)", "values (1, 2)")]
    [TestCase("select * from range(1, 5) r(i)", "select * from (function range(1, 5)) r(i)")]
    [TestCase("select * from explode(array(1))", "select * from function explode(array(1))")]
    [TestCase(
        "with a as (select 1), b(x, y) as (select 2, 3) select * from a, b",
        "with a=[select 1], b(x, y)=[select 2, 3] select * from inner(a; b)")]
    [TestCase("with a (with b as (select 1) select * from b) table a", "with a=[with b=[select 1] select * from b] a")]
    [TestCase("select * from (with a as (select 1) select * from a) order by 1", "[select * from with a=[select 1] select * from a] order by 1")]
    public void Of_given_rows_and_named_queries(string text, string expected) => Check(text, expected);

    [TestCase("a join b on x", "inner(a; b; on x)")]
    [TestCase("a inner join b using (x, y)", "inner(a; b; using x, y)")]
    [TestCase("a cross join b", "cross(a; b)")]
    [TestCase("a left join b on x", "leftouter(a; b; on x)")]
    [TestCase("a left outer join b on x", "leftouter(a; b; on x)")]
    [TestCase("a right outer join b on x", "rightouter(a; b; on x)")]
    [TestCase("a full join b on x", "fullouter(a; b; on x)")]
    [TestCase("a semi join b on x", "leftsemi(a; b; on x)")]
    [TestCase("a left semi join b on x", "leftsemi(a; b; on x)")]
    [TestCase("a anti join b on x", "leftanti(a; b; on x)")]
    [TestCase("a left anti join b on x", "leftanti(a; b; on x)")]
    [TestCase("a natural left join b", "natural leftouter(a; b)")]
    [TestCase("a natural join b", "natural inner(a; b)")]
    [TestCase("a, b", "inner(a; b)")]
    [TestCase("a, b join c on x, d", "inner(inner(inner(a; b); c; on x); d)")]
    [TestCase("a x join b y on x.i = y.i join c on z", "inner(inner((a) x; (b) y; on =([x|i], [y|i])); c; on z)")]
    [TestCase("a join (b join c on x) on y", "inner(a; inner(b; c; on x); on y)")]
    [TestCase("(a join b on x) j", "(inner(a; b; on x)) j")]
    [TestCase("((select 1) x join b on y)", "inner((select 1) x; b; on y)")]
    [TestCase("((select 1) union (select 2)) u", "(union(select 1; select 2)) u")]
    [TestCase("(values (1) v(i) join b on y)", "inner((values (1)) v(i); b; on y)")]
    [TestCase("a, lateral (select a.x) l", "inner lateral(a; (select [a|x]) l)")]
    [TestCase("values (1), (2), lateral (table b) l", "inner lateral(values (1), (2); (b) l)")]
    [TestCase("a left join lateral (select 1) l on true", "leftouter lateral(a; (select 1) l; on true)")]
    public void Of_joins(string from, string expected) => Check("select * from " + from, "select * from " + expected);

    [TestCase("t lateral view explode(a) e as x", "view(t; explode(a) e(x))")]
    [TestCase("t lateral view outer posexplode(a) e as p, x", "view outer(t; posexplode(a) e(p, x))")]
    [TestCase("t lateral view explode(a) e", "view(t; explode(a) e)")]
    [TestCase("t lateral view explode(a) e x lateral view explode(x) f as y", "view(view(t; explode(a) e(x)); explode(x) f(y))")]
    [TestCase(
        "t pivot (sum(v) as s, max(v) for b in (1, 2 as two))",
        "pivot(t; sum(v) as s, max(v) for b in (1), (2) as two)")]
    [TestCase(
        "t pivot (sum(v) for (a, b) in ((1, 'x') as one, (2, 'y')))",
        "pivot(t; sum(v) for a, b in (1, 'x') as one, (2, 'y'))")]
    [TestCase("t tablesample (10 percent) x", "sample((t) x; percent=10 rows= seed=)")]
    [TestCase("t tablesample (0.5 percent) repeatable (7)", "sample(t; percent=0.5 rows= seed=7)")]
    [TestCase("t tablesample (5 rows)", "sample(t; percent= rows=5 seed=)")]
    [TestCase("t tablesample (bucket 1 out of 4)", "sample(t; percent=25 rows= seed=)")]
    public void Of_sources_with_something_after_them(string from, string expected) => Check("select * from " + from, "select * from " + expected);

    [TestCase("a, b + 1", "a, +(b, 1)")]
    [TestCase("1, 2", "1, 2")]
    [TestCase("all", "ALL")]
    [TestCase("`all`", "all")]
    [TestCase("rollup(a, (b, c))", "rollup((a), (b, c))")]
    [TestCase("cube(a, b), c", "cube((a), (b)), c")]
    [TestCase("grouping sets ((a, b), a, ())", "sets((a, b), (a), ())")]
    [TestCase("grouping sets (rollup(a, b), (c))", "sets((a, b), (a), (), (c))")]
    [TestCase("grouping sets (cube(a, b), grouping sets (c))", "sets((a, b), (a), (b), (), (c))")]
    [TestCase("a, b with rollup", "rollup((a), (b))")]
    [TestCase("a, b with cube", "cube((a), (b))")]
    [TestCase("a, b grouping sets ((a, b), (b))", "sets((a, b), (b))")]
    public void Grouped(string groupBy, string expected) => Check($"select 1 from t group by {groupBy}", $"select 1 from t group by {expected}");

    [TestCase("a union b", "union(a; b)")]
    [TestCase("a union distinct b", "union(a; b)")]
    [TestCase("a union all b", "union all(a; b)")]
    [TestCase("a except b minus all c", "except all(except(a; b); c)")]
    [TestCase("a union b intersect c", "union(a; intersect(b; c))")]
    [TestCase("a intersect all b except c", "except(intersect all(a; b); c)")]
    [TestCase("(a union b) intersect c", "intersect(union(a; b); c)")]
    [TestCase("a union (b order by x limit 1) order by y", "[union(a; [b] order by x limit 1)] order by y")]
    public void Combined(string text, string expected)
    {
        foreach (var name in new[] { "a", "b", "c" })
            text = System.Text.RegularExpressions.Regex.Replace(text, $@"\b{name}\b", $"table {name}");
        Check(text, expected);
    }

    [Test]
    public void Except_after_a_star_is_the_set_operation_when_a_query_follows() =>
        Check("select * except (select 1)", "except(select *; select 1)");

    [TestCase("order by a desc, b", " order by a desc, b")]
    [TestCase("sort by a", " sort by a")]
    [TestCase("order by a limit 10 offset 5", " order by a limit 10 offset 5")]
    [TestCase("limit 1 + 1", " limit +(1, 1)")]
    [TestCase("offset 3", " offset 3")]
    [TestCase("order by a limit all", " order by a")]
    public void Ordered(string end, string expected) => Check("select a from t " + end, "[select a from t]" + expected);

    [Test]
    public void With_named_windows() => Check(
        "select sum(a) over w, max(b) over v from t window w as (partition by c), v as (w)",
        "select sum(a) over w, max(b) over v from t window w=(partition by c) window v=w");

    [TestCase("select * from t join lateral u", 30, "LATERAL is a query in parentheses or a table function")]
    [TestCase("select * from t as left join u", 20, "found 'left', expected a name for the table after AS")]
    [TestCase("select * from t natural cross join u", 17, "NATURAL or CROSS")]
    [TestCase("select * from t right join lateral (select 1)", 28, "[INNER | CROSS | LEFT] JOIN")]
    [TestCase("select * from t lateral view explode(a) e as b pivot (sum(c) for b in (1))", 48, "PIVOT cannot follow LATERAL VIEW")]
    [TestCase("select * from t pivot (sum(a) for (b, c) in (1))", 46, "2 columns are pivoted, this value has 1")]
    [TestCase("select * from t tablesample (101 percent)", 34, "0 to 100 percent")]
    [TestCase("with a as (select 1), A as (select 2) select 3", 23, "two queries of this WITH are named A")]
    [TestCase("select a from t order by a sort by b", 28, "ORDER BY or SORT BY, not both")]
    [TestCase("select 1 from t group by rollup(a) with cube", 26, "cannot be given a second time")]
    public void That_contradict_themselves_are_errors(string text, int column, string problem) => Assert.That(
        () => SparkSqlParser.ParseQuery(text),
        Throws.InstanceOf<AnalysisException>().With.Message.Contains(problem).And.Message.Contains($"line 1, column {column}:"));

    [TestCase("create view v as select 1", "CREATE")]
    [TestCase("insert into t select 1", "INSERT")]
    [TestCase("with a as (select 1) insert into t select * from a", "INSERT")]
    [TestCase("drop table t", "DROP")]
    [TestCase("merge into t using s on a = b when matched then delete", "MERGE")]
    [TestCase("set spark.sql.ansi.enabled = false", "SET")]
    [TestCase("describe t", "DESCRIBE")]
    [TestCase("explain select 1", "EXPLAIN")]
    [TestCase("begin select 1; end", "BEGIN")]
    [TestCase("select transform(a) using 'cat' from t", "TRANSFORM")]
    [TestCase("select a from t unpivot (v for n in (x, y))", "UNPIVOT")]
    [TestCase("with recursive r as (select 1) select * from r", "WITH RECURSIVE")]
    [TestCase("select a from t cluster by a", "CLUSTER BY")]
    [TestCase("select a from t distribute by a", "DISTRIBUTE BY")]
    [TestCase("select a from t qualify row_number() over (order by a) = 1", "QUALIFY")]
    [TestCase("from t |> where a", "pipe")]
    [TestCase("table t |> where a", "pipe")]
    [TestCase("select a from t version as of 1", "AS OF")]
    [TestCase("select a from t for timestamp as of '2020-01-01'", "AS OF")]
    [TestCase("select a from identifier('t')", "IDENTIFIER")]
    [TestCase("from t select a select b", "second SELECT")]
    [TestCase("select 1 from t group by b, a grouping sets ((a), (a, b))", "GROUPING SETS")]
    public void That_are_no_queries_or_not_on_every_engine_are_refused_by_name(string text, string what)
    {
        var refusal = Assert.Throws<RefusedException>(() => SparkSqlParser.ParseQuery(text));

        Assert.That(refusal.What, Does.Contain(what));
        Assert.That(refusal.Message, Does.Contain("At line 1, column "));
    }

    private static void Check(string text, string expected) =>
        Assert.That(SyntaxPrinter.Print(SparkSqlParser.ParseQuery(text)), Is.EqualTo(expected));
}
