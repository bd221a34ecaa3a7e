using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Tests;

internal sealed class PublishingTests
{
    private TargetFile file = null!;

    [SetUp]
    public void Open() => file = new TargetFile();

    [TearDown]
    public void Close() => file.Dispose();

    [Test]
    public void Tables_are_published_with_the_columns_types_and_values_they_were_given()
    {
        var table = new PublishedTable(
            "totals",
            Some.Schema(
                ("id", new LongType()), ("amount", new DecimalType(28, 2)), ("label", new StringType()), ("day", new DateType()), ("moment", new TimestampType()), ("mean", new DoubleType())),
            [[1L, new DecimalValue(-1234567, 2), "naïve, \"quoted\"", 19783, 1709281800000001L, 0.5], [null, null, null, null, null, null]]);

        var published = file.Target().Publish(Some.Run(), [table], CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(published, Is.EqualTo(new[] { ("totals", 2L) }));
            Assert.That(
                file.Query("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'totals' ORDER BY column_index"),
                Is.EqualTo(new[] { "id|BIGINT", "amount|DECIMAL(28,2)", "label|VARCHAR", "day|DATE", "moment|TIMESTAMP WITH TIME ZONE", "mean|DOUBLE" }));
            Assert.That(
                file.Query("SELECT id::VARCHAR, amount::VARCHAR, label, day::VARCHAR, epoch_us(moment)::VARCHAR, mean::VARCHAR FROM totals ORDER BY id NULLS LAST"),
                Is.EqualTo(new[] { "1|-12345.67|naïve, \"quoted\"|2024-03-01|1709281800000001|0.5", "null|null|null|null|null|null" }));
        }
    }

    [Test]
    public void A_table_without_rows_is_published_with_its_columns()
    {
        file.Target().Publish(Some.Run(), [Some.Numbers("empty")], CancellationToken.None);

        Assert.That(file.Query("SELECT column_name FROM duckdb_columns() WHERE table_name = 'empty'"), Is.EqualTo(new[] { "n" }));
    }

    [Test]
    public void A_later_run_replaces_the_tables_and_a_view_over_them_shows_the_new_rows()
    {
        file.Target().Publish(Some.Run(), [Some.Numbers("totals", 1, 2)], CancellationToken.None);
        file.Execute("CREATE VIEW doubled AS SELECT n * 2 AS n FROM totals");

        file.Target().Publish(Some.Run(), [Some.Numbers("totals", 5, 6, 7)], CancellationToken.None);

        Assert.That(file.Numbers("doubled"), Is.EqualTo(new[] { "10", "12", "14" }));
    }

    [Test]
    public void Tables_go_to_the_schema_of_the_target_and_other_schemas_are_left_alone()
    {
        file.Target().Publish(Some.Run(), [Some.Numbers("totals", 1)], CancellationToken.None);

        file.Target("marts \"x\"").Publish(Some.Run(), [Some.Numbers("totals", 2)], CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Numbers("main.totals"), Is.EqualTo(new[] { "1" }));
            Assert.That(file.Numbers("\"marts \"\"x\"\"\".totals"), Is.EqualTo(new[] { "2" }));
            Assert.That(file.Target("marts \"x\"").Tables(), Is.EqualTo(new[] { "totals" }));
        }
    }

    [Test]
    public void The_ledger_keeps_every_run_with_its_tables_and_rows()
    {
        var first = Some.Run();
        file.Target().Publish(first, [Some.Numbers("a", 1, 2), Some.Numbers("b", 3)], CancellationToken.None);
        file.Target().Publish(Some.Run("visits"), [Some.Numbers("c")], CancellationToken.None);

        var ledger = file.Query("SELECT pipeline, environment, tables, row_count::VARCHAR, finished >= started FROM _sparketl_runs ORDER BY row_count DESC");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ledger, Is.EqualTo(new[] { "claims|local|a, b|3|True", "visits|local|c|0|True" }));
            Assert.That(file.Query($"SELECT epoch_us(started)::VARCHAR FROM _sparketl_runs WHERE run_id = '{first.Id}'"), Is.EqualTo(new[] { "1709281800000000" }));
            Assert.That(file.Target().Tables(), Is.EqualTo(new[] { "a", "b", "c" }), "the ledger is not a result");
        }
    }
}
