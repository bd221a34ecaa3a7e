using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Dialects.SparkSql;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Tests.Catalogue;

/// <summary>How functions that are not simply called by their name are said to Spark.</summary>
public sealed class SparkTextTests
{
    [TestCase("first(x) ignore nulls", "first(t0.c0, true)")]
    [TestCase("last_value(x, true) filter (where x > 1)", "last(t0.c0, true) FILTER (WHERE (t0.c0 > 1))")]
    [TestCase("percentile_cont(0.5) within group (order by x desc)", "percentile_cont(CAST(CAST(0.5BD AS DECIMAL(1,1)) AS DOUBLE)) WITHIN GROUP (ORDER BY t0.c0 DESC)")]
    [TestCase("product(distinct x)", "aggregate(nullif(collect_list(DISTINCT CAST(t0.c0 AS DOUBLE)), CAST(array() AS ARRAY<DOUBLE>)), CAST(1 AS DOUBLE), (a, v) -> a * v)")]
    [TestCase("max(struct(x as a, x))", "max(named_struct('a', t0.c0, 'x', t0.c0))")]
    [TestCase("max(array(x)[0])", "max(array(t0.c0)[0])")]
    [TestCase("max(map(1, x)[1])", "max(map(1, t0.c0)[1])")]
    [TestCase("sum(aggregate(array(x), 0, (a, b) -> a + b))", "sum(aggregate(array(t0.c0), 0, (x0, x1) -> (x0 + x1)))")]
    public void A_call_in_Sparks_words(string call, string expected)
    {
        var plan = new QueryBinder(new NoTables()).Bind(SparkSqlParser.ParseQuery($"select {call} as result from values (1) t(x)"));
        var text = new SqlGenerator(SparkDialect.Instance, new NoSources()).Write(plan);

        Assert.That(text.ReplaceLineEndings(" "), Does.StartWith($"SELECT {expected} AS"));
    }

    private sealed class NoSources : IStatementSources
    {
        public ScanText Scan(Scan scan) => throw new NotSupportedException();

        public BoundaryTable? Boundary(Relation boundary) => null;

        public string Kernel(Function function, KernelSite site, Kernel kernel) => throw new NotSupportedException();

        public string Aggregate(Function function, KernelSite site, AggregateKernel kernel) => throw new NotSupportedException();
    }
}
