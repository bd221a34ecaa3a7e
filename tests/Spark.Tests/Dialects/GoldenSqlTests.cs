using SparkEtl.Spark.Dialects;
using SparkEtl.Spark.Dialects.DuckDb;
using SparkEtl.Spark.Dialects.SparkSql;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Tests.Dialects;

/// <summary>The SQL of every node in every dialect, as files. SPARKETL_UPDATE_GOLDEN=1 writes them anew.</summary>
public sealed class GoldenSqlTests
{
    private static IEnumerable<string> Cases => GoldenPlans.All.Select(p => p.Name);

    [TestCaseSource(nameof(Cases))]
    public void The_text_of_a_plan_is_the_committed_one(string name)
    {
        var relation = GoldenPlans.All.Single(p => p.Name == name).Plan();
        var text = $"-- DuckDB\n{Write(DuckDbDialect.Instance, relation)}\n\n-- Spark\n{Write(SparkDialect.Instance, relation)}\n";
        GoldenFile.Check($"Dialects/Golden/{name}.sql", text);
    }

    [Test]
    public void Every_kind_of_node_stands_in_a_committed_text()
    {
        var relations = GoldenPlans.All.SelectMany(p => Nodes(p.Plan())).ToArray();
        var found = relations.Select(r => r.GetType())
            .Concat(relations.SelectMany(SubqueriesOf.Expressions).SelectMany(e => e.SelfAndDescendants()).Select(e => e.GetType())).ToHashSet();
        var all = typeof(Relation).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && (t.IsAssignableTo(typeof(Relation)) || t.IsAssignableTo(typeof(Expression))))
            .Except([typeof(SqlText), typeof(Tail)]);
        Assert.That(all.Except(found).Select(t => t.Name), Is.Empty, "SqlText is what texts are made of, Tail is the engine's; every other node needs a plan in GoldenPlans.");
    }

    private static string Write(Dialect dialect, Relation relation)
    {
        try
        {
            return new SqlGenerator(dialect, new GoldenSources()).Write(relation);
        }
        catch (Spark.Sql.RefusedException e)
        {
            return "refused: " + e.Message;
        }
    }

    private static IEnumerable<Relation> Nodes(Relation relation) =>
        relation.Inputs.Concat(SubqueriesOf.Relation(relation)).SelectMany(Nodes).Prepend(relation);
}
