using SparkEtl.Spark.Engines.DuckDb;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Tests.Dialects;

/// <summary>Constants where SQL takes a number for the place of a column.</summary>
public sealed class ConstantKeyTests
{
    [Test]
    public void Rows_that_differ_in_a_constant_are_one_row()
    {
        var rows = new LocalData([Attribute.New("a", SqlTypes.Integer)], [new([2]), new([3])]);
        var constant = Alias.New(Literal.Of(2), "two");
        var plan = new Project(rows, [rows.Output[0], constant]);
        using var engine = new DuckDbEngine(new DuckDbEngineOptions());
        using var run = engine.Run(new Deduplicate(plan, [plan.Output[1]]), CancellationToken.None);

        Assert.That(run.NextRows(), Has.Count.EqualTo(1));
    }
}
