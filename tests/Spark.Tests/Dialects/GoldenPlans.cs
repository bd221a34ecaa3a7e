using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Tests.Dialects;

/// <summary>A plan with a name.</summary>
internal sealed record GoldenPlan(string Name, Func<Relation> Plan);

/// <summary>Plans that together hold every kind of node.</summary>
internal static class GoldenPlans
{
    public static IReadOnlyList<GoldenPlan> All { get; } =
    [
        Sql("select", "SELECT a, b AS name, a + 1 FROM t WHERE d > 0 AND b IS NOT NULL"),
        Sql("folded_projections", "SELECT y + 1 AS z FROM (SELECT x * 2 AS y FROM (SELECT a + 1 AS x FROM t WHERE a > 0)) WHERE y > 3"),
        Sql("not_folded_when_computed_twice", "SELECT h, h + 1 AS k FROM (SELECT log2(d) AS h FROM t)"),
        Sql("literals", """
            SELECT 1, 1L, 1S, 1Y, -1, 1.50, 1.5D, 1.5F, 'it\'s \\ a\ntext', true, null, date '2020-01-02', timestamp '2020-01-02 03:04:05.678901',
            timestamp_ntz '2020-01-02 03:04:05', X'00FF', interval '1' day, interval '2' month, double('NaN'), '%_'
            """),
        Sql("casts", "SELECT CAST(a AS bigint), CAST(b AS int), TRY_CAST(b AS date), CAST(d AS decimal(20,4)), CAST(a AS string) FROM t"),
        Sql("case", "SELECT CASE WHEN a > 1 THEN 'x' WHEN a < 0 THEN b END, CASE a WHEN 1 THEN 2 ELSE 3 END FROM t"),
        Sql("joins", "SELECT t.a, u.b FROM t JOIN u ON t.a = u.a LEFT JOIN t v ON v.a = u.a RIGHT JOIN u w ON w.a = v.a FULL JOIN u x ON x.a = w.a CROSS JOIN u y"),
        Sql("semi_and_anti_join", "SELECT * FROM t LEFT SEMI JOIN u ON t.a = u.a LEFT ANTI JOIN u v ON t.a = v.a"),
        Sql("using", "SELECT * FROM (SELECT a, b FROM t) FULL JOIN (SELECT a, c FROM u) USING (a)"),
        Sql("join_of_filtered_sides", "SELECT l.a FROM (SELECT a FROM t WHERE a > 1) l JOIN (SELECT a FROM u WHERE c < 3) r ON l.a = r.a"),
        Sql("aggregate", "SELECT b, count(*), sum(d), avg(d), max(a) FILTER (WHERE a > 0), count(DISTINCT a) FROM t GROUP BY b HAVING sum(d) > 10"),
        Sql("aggregate_of_expression", "SELECT a % 3, sum(a + 1) FROM t GROUP BY a % 3"),
        Sql("rollup", "SELECT a, b, grouping(a), grouping_id(a, b), sum(d) FROM t GROUP BY ROLLUP (a, b)"),
        Sql("grouping_sets", "SELECT a, b, count(*) FROM t GROUP BY GROUPING SETS ((a, b), (a), ())"),
        Sql("windows", """
            SELECT a, row_number() OVER (PARTITION BY b ORDER BY a DESC), sum(d) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW),
            lag(a, 1, 0) OVER w, sum(sum_d) OVER (PARTITION BY b) FROM (SELECT a, b, d, d + 1 AS sum_d FROM t) WINDOW w AS (ORDER BY a)
            """),
        Sql("window_over_aggregate", "SELECT b, sum(d) AS s, rank() OVER (ORDER BY sum(d) DESC) FROM t GROUP BY b"),
        Sql("sort_and_limit", "SELECT a, b FROM t ORDER BY a DESC, d NULLS LAST LIMIT 5 OFFSET 2"),
        Sql("distinct", "SELECT DISTINCT b FROM t ORDER BY b"),
        Sql("set_operations", "(SELECT a FROM t UNION ALL SELECT a FROM u) EXCEPT SELECT c FROM u INTERSECT ALL SELECT 1"),
        Sql("values", "SELECT * FROM VALUES (1, 'x', 1.5), (2, null, 2.25) AS v(i, s, n)"),
        Sql("no_rows", "SELECT * FROM (VALUES (1)) WHERE false"),
        Sql("subqueries", """
            SELECT a, (SELECT max(c) FROM u WHERE u.a = t.a) FROM t
            WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a) AND a IN (SELECT a FROM u) AND b NOT IN (SELECT b FROM u)
            """),
        Sql("lateral_view", "SELECT t.a, x, k, v FROM t LATERAL VIEW explode(arr) e AS x LATERAL VIEW OUTER explode(m) f AS k, v"),
        Sql("nested_values", "SELECT arr[0], m['k'], s.x, transform(arr, e -> e + 1), named_struct('p', a, 'q', b).q FROM t"),
        Sql("pivot", "SELECT * FROM (SELECT a, b, d FROM t) PIVOT (sum(d) AS total FOR b IN ('x' AS x, 'y'))"),
        Sql("common_tables", "WITH c AS (SELECT a FROM t WHERE a > 0) SELECT l.a FROM c l JOIN c r ON l.a = r.a"),
        Sql("ambiguous_names", "SELECT t.b, u.b FROM t JOIN u ON t.a = u.a WHERE t.b = u.b"),
        new("range", () => PlanBuilder.Filter(Range(), new CallSyntax(">", [new NameSyntax(["id"]), new LiteralSyntax(2, SqlTypes.Integer)]))),
        new("self_join_of_one_frame", () =>
        {
            var t = Tables.T;
            var key = new BoundSyntax(t.Output[0], t);
            return PlanBuilder.Join(t, t, JoinKind.Inner, new CallSyntax("=", [key, key]));
        }),
        new("deduplicate", () => PlanBuilder.Deduplicate(Tables.T, ["b"])),
        new("sample", () => new Sample(Tables.T, 0, 0.25, WithReplacement: false, Seed: 42)),
        new("sample_with_replacement", () => new Sample(Tables.T, 0, 0.25, WithReplacement: true, Seed: 42)),
        new("repartition", () => new Repartition(Tables.T, 8, [new SortOrder(Tables.T.Output[0], false, true)], RepartitionKind.Hash)),
        new("hint", () => new Hint(Tables.T, "broadcast", [])),
        new("sort_within_partitions", () => PlanBuilder.Sort(Tables.T, [new NameSyntax(["a"])], global: false)),
        new("sort_by_a_dropped_column", () => PlanBuilder.Sort(PlanBuilder.Select(Tables.T, [new NameSyntax(["b"])]), [new NameSyntax(["a"])], global: true)),
        new("computed_after_sort", () => PlanBuilder.Select(
            PlanBuilder.Sort(Tables.T, [new NameSyntax(["a"])], global: true), [SparkSqlParser.ParseExpression("log2(d) AS h")])),
        new("observe", () => PlanBuilder.Observe(Tables.T, "rows", [SparkSqlParser.ParseExpression("count(*) AS n")])),
        new("persisted", () => PlanBuilder.Filter(new Persisted(Tables.T, new PersistedRows()), SparkSqlParser.ParseCondition("a > 1"))),
        new("distinct_node", () => new Distinct(PlanBuilder.Select(Tables.T, [new NameSyntax(["b"])]))),
    ];

    private static GoldenPlan Sql(string name, string query) =>
        new(name, () => new QueryBinder(new Tables()).Bind(SparkSqlParser.ParseQuery(query)));

    private static RangeData Range() => new(0, 10, 1, null, Attribute.New("id", SqlTypes.Long, nullable: false));

    private sealed class Tables : ITableResolver
    {
        public static readonly Scan T = Table(
            "t",
            ("a", SqlTypes.Integer),
            ("b", SqlTypes.String),
            ("d", SqlTypes.Decimal(18, 2)),
            ("ts", SqlTypes.Timestamp),
            ("arr", SqlTypes.ArrayOf(SqlTypes.Integer)),
            ("m", SqlTypes.MapOf(SqlTypes.String, SqlTypes.Integer)),
            ("s", SqlTypes.StructOf(("x", SqlTypes.Integer), ("y", SqlTypes.String))));

        private static readonly Scan U = Table("u", ("a", SqlTypes.Integer), ("b", SqlTypes.String), ("c", SqlTypes.Long));

        public IEnumerable<string> Names => ["t", "u"];

        // A table read twice has other ids each time.
        public Relation? Resolve(Seq<string> name) => name[0] switch
        {
            "t" => T with { Columns = T.Columns.Map(c => c.Fresh()) },
            "u" => U with { Columns = U.Columns.Map(c => c.Fresh()) },
            _ => null,
        };

        private static Scan Table(string name, params (string Name, DataType Type)[] columns) =>
            new(new TableSource([name]), columns.Select(c => Attribute.New(c.Name, c.Type)).ToSeq());
    }
}
