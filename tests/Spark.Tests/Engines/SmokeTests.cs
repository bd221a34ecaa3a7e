using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Engines;

public sealed class SmokeTests
{
    private static CallSyntax Call(string name, params ExpressionSyntax[] arguments) => new(name, [.. arguments]);

    private static LiteralSyntax Int(int value) => new(value, SqlTypes.Integer);

    private static NameSyntax Name(string name) => new([name]);

    [Test]
    public void An_expression_runs()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        var data = new LocalData(
            [Spark.Plan.Expressions.Attribute.New("a", SqlTypes.Integer), Spark.Plan.Expressions.Attribute.New("b", SqlTypes.Decimal(5, 2))],
            [[1, new DecimalValue(150, 2)], [2, new DecimalValue(250, 2)], [2, null]]);
        Relation plan = PlanBuilder.Filter(data, Call(">", Name("a"), Int(0)));
        plan = PlanBuilder.WithColumn(plan, "c", Call("+", Name("a"), Int(1)));
        plan = PlanBuilder.WithColumn(plan, "d", Call("*", Name("c"), Name("b")));
        TestContext.Out.WriteLine(string.Join("\n", engine.Explain(plan)));
        Dump(engine, plan);
        plan = PlanBuilder.Observe(plan, "obs", []);
        plan = PlanBuilder.Join(plan, PlanBuilder.Filter(data, Call("=", Name("a"), Int(2))), JoinKind.LeftOuter, Call("=", new ExactSyntax(data.Columns[0]), new ExactSyntax(data.Columns[0])));
        TestContext.Out.WriteLine(string.Join("\n", engine.Explain(plan)));
        Dump(engine, plan);
    }

    private static void Dump(DuckDbEngine engine, Relation plan)
    {
        using var run = engine.Run(plan, default);
        while (run.NextRows() is { } rows)
        {
            foreach (var row in rows)
            {
                TestContext.Out.WriteLine(string.Join(", ", row));
            }
        }
    }
}
