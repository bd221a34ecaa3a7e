using System.Diagnostics;
using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Plan;

/// <summary>Plans of a size that a program writes: they are planned, written and run.</summary>
public sealed class LargePlanTests
{
    private static readonly LiteralSyntax One = new(1, SqlTypes.Integer);

    [Test]
    public void A_chain_of_500_columns_each_from_the_last_runs()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        Relation plan = Range(10);
        plan = PlanBuilder.WithColumn(plan, "c0", Name("id"));
        for (var i = 1; i <= 500; i++)
        {
            plan = PlanBuilder.WithColumn(plan, $"c{i}", Call("+", Name($"c{i - 1}"), One));
        }

        var rows = Rows(engine, plan);
        Assert.That(rows, Has.Count.EqualTo(10));
        Assert.That(rows[3][^1], Is.EqualTo(503L));
    }

    [Test]
    public void A_column_doubled_500_times_does_not_grow_its_text_beyond_measure()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        Relation plan = Range(4);
        for (var i = 1; i <= 500; i++)
        {
            plan = PlanBuilder.WithColumn(plan, "id", Call("%", Call("+", Name("id"), Name("id")), new LiteralSyntax(1000003L, SqlTypes.Long)));
        }

        var sql = engine.Explain(plan)[^1];
        Assert.That(sql, Has.Length.LessThan(500_000));
        var expected = 3L;
        for (var i = 0; i < 500; i++)
        {
            expected = expected * 2 % 1000003L;
        }

        Assert.That(Rows(engine, plan)[3][0], Is.EqualTo(expected));
    }

    [Test]
    public void A_40_way_union_runs_as_one_node()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        Relation plan = Range(3);
        for (var i = 1; i < 40; i++)
        {
            plan = PlanBuilder.SetOperation(SetOperationKind.Union, all: true, plan, Range(3));
        }

        Assert.That(plan, Is.InstanceOf<SetOperation>());
        Assert.That(((SetOperation)plan).Operands, Has.Count.EqualTo(40));
        Assert.That(Rows(engine, plan), Has.Count.EqualTo(120));
    }

    [Test]
    public void A_20_way_join_runs()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        Relation plan = new Named(Range(5), "t0");
        for (var i = 1; i < 20; i++)
        {
            plan = PlanBuilder.Join(plan, new Named(Range(5), $"t{i}"), JoinKind.Inner, Call("=", new NameSyntax([$"t{i - 1}", "id"]), new NameSyntax([$"t{i}", "id"])));
        }

        var rows = Rows(engine, plan);
        Assert.That(rows, Has.Count.EqualTo(5));
        Assert.That(rows[0], Has.Length.EqualTo(20));
    }

    [Test]
    public void A_query_over_1000_columns_runs()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        var wide = PlanBuilder.Select(Range(3), Enumerable.Range(0, 1000).Select(i => (ExpressionSyntax)new AliasSyntax(
            Call("+", Name("id"), new LiteralSyntax((long)i, SqlTypes.Long)), [$"c{i}"])).ToSeq());
        var filtered = PlanBuilder.Filter(wide, Call(">", Name("c999"), new LiteralSyntax(999L, SqlTypes.Long)));
        var plan = PlanBuilder.Select(filtered, Enumerable.Range(0, 1000).Select(i => (ExpressionSyntax)new AliasSyntax(Call("*", Name($"c{i}"), One), [$"d{i}"])).ToSeq());
        Assert.That(Rows(engine, plan), Has.Count.EqualTo(2));
    }

    [Test]
    public void Planning_a_chain_and_writing_its_text_grow_with_its_length_and_not_its_square()
    {
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        var lengths = new[] { 100, 200, 400 }.Select(n =>
        {
            Relation plan = Range(1);
            for (var i = 0; i < n; i++)
            {
                plan = PlanBuilder.WithColumn(plan, "id", Call("+", Name("id"), One));
            }

            return engine.Explain(plan)[^1].Length;
        }).ToArray();
        Assert.That(lengths[2], Is.LessThan(lengths[0] * 5), $"{lengths[0]}, {lengths[1]}, {lengths[2]} characters");
    }

    private static RangeData Range(long end) => new(0, end, 1, null, Spark.Plan.Expressions.Attribute.New("id", SqlTypes.Long, nullable: false));

    private static NameSyntax Name(string name) => new([name]);

    private static CallSyntax Call(string name, params ExpressionSyntax[] arguments) => new(name, [.. arguments]);

    private static List<object?[]> Rows(DuckDbEngine engine, Relation plan)
    {
        var watch = Stopwatch.StartNew();
        using var run = engine.Run(plan, default);
        var all = new List<object?[]>();
        while (run.NextRows() is { } rows)
        {
            all.AddRange(rows);
        }

        TestContext.Out.WriteLine($"{watch.ElapsedMilliseconds} ms");
        return all;
    }
}
