using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>What cannot be published is refused by name, says what to do, and leaves the old tables.</summary>
[TestFixture("Postgres")]
[TestFixture("Redshift")]
internal sealed class RefusedTablesTests(string product)
{
    private ServerDatabase database = null!;

    [SetUp]
    public async Task Publish()
    {
        database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());
        await database.Target(product).PublishAsync(Some.Run(), [Some.Numbers("t", 1)], CancellationToken.None);
    }

    [Test]
    public Task A_column_of_another_type_is_named() =>
        RefusedAsync(Table("t", ("n", new StringType(), "x")), "marts.t has other columns", "its column n is bigint, expected", "ALTER TABLE", "drop it and run again");

    [Test]
    public Task Columns_that_are_new_or_gone_are_named() =>
        RefusedAsync(Table("t", ("m", new LongType(), 1L)), product == "Postgres" ? "it has no column m bigint" : "it has no column m BIGINT", "it has a column n bigint that the result lacks");

    [Test]
    public async Task A_column_of_another_type_is_found_before_any_row_is_computed()
    {
        var asked = false;
        var table = new PublishedTable("t", Some.Schema(("n", new StringType())), Rows());

        await RefusedAsync(table, "other columns");

        Assert.That(asked, Is.False);

        IEnumerable<object?[]> Rows()
        {
            asked = true;
            yield break;
        }
    }

    [Test]
    public async Task A_view_of_the_tables_name_is_named_and_stays()
    {
        await database.ExecuteAsync("CREATE VIEW marts.v AS SELECT n FROM marts.t");

        await RefusedAsync(Some.Numbers("v", 5), "has a view of the name v", "Drop or rename the view");

        Assert.That(await database.NumbersAsync("v"), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public Task The_character_null_is_refused_with_its_row() => RefusedAsync(
        new PublishedTable("u", Some.Schema(("label", new StringType())), [["fine"], ["a\0b"]]), "Row 2", "U+0000", "column label", product, "regexp_replace");

    [TestCase("array<int>")]
    [TestCase("map<string,int>")]
    [TestCase("struct<a:int>")]
    public Task A_nested_type_is_refused(string type) => RefusedAsync(
        new PublishedTable("u", Some.Schema(("parts", DataTypeOf(type))), []), "column parts of the table u", type, product, "to_json");

    [Test]
    public Task A_column_of_nothing_but_nulls_is_refused() => RefusedAsync(Table("u", ("v", new NullType(), null)), "column v", "void", "Cast it");

    [Test]
    public Task Two_columns_of_one_name_are_refused() =>
        RefusedAsync(Table("u", ("a", new LongType(), 1L), ("a", new LongType(), 2L)), "two columns a", "Alias");

    [Test]
    public Task Two_tables_of_one_name_are_refused() => RefusedAsync([Some.Numbers("u", 1), Some.Numbers("u", 2)], "two tables of the name u");

    [Test]
    public Task A_name_that_is_too_long_is_refused() => RefusedAsync(Some.Numbers(new string('é', 64), 1), "128 bytes", product == "Postgres" ? "at most 63" : "at most 127");

    [Test]
    public Task A_name_that_publishing_keeps_for_itself_is_refused() => RefusedAsync(Some.Numbers("_sparketl_runs", 1), "_sparketl_");

    [Test]
    public Task A_table_without_columns_is_refused() => RefusedAsync(new PublishedTable("u", Some.Schema(), [[]]), "has no column");

    [Test]
    public async Task A_name_may_be_as_long_as_the_server_takes()
    {
        var name = new string('n', product == "Postgres" ? 63 : 60);

        await database.Target(product).PublishAsync(Some.Run(), [Some.Numbers(name, 7)], CancellationToken.None);
        await database.Target(product).PublishAsync(Some.Run(), [Some.Numbers(name, 8)], CancellationToken.None);

        Assert.That(await database.NumbersAsync(name), Is.EqualTo(new[] { "8" }));
    }

    [Test]
    public async Task Names_may_hold_any_character()
    {
        const string name = "a \"b\" 'c' @d $1";

        await database.Target(product).PublishAsync(Some.Run(), [Table(name, (name, new LongType(), 4L))], CancellationToken.None);

        Assert.That((await database.Target(product).ReadAsync(name, CancellationToken.None)).Rows.Single(), Is.EqualTo(new object[] { 4L }));
    }

    private static PublishedTable Table(string name, params (string Name, DataType Type, object? Value)[] columns) =>
        new(name, Some.Schema([.. columns.Select(c => (c.Name, c.Type))]), [[.. columns.Select(c => c.Value)]]);

    private static DataType DataTypeOf(string type) => type[0] switch
    {
        'a' => new ArrayType(new IntegerType()),
        'm' => new MapType(new StringType(), new IntegerType()),
        _ => Some.Schema(("a", new IntegerType())),
    };

    private Task RefusedAsync(PublishedTable table, params string[] parts) => RefusedAsync([table], parts);

    private async Task RefusedAsync(PublishedTable[] tables, params string[] parts)
    {
        var error = Assert.ThrowsAsync<WarehouseException>(() => database.Target(product).PublishAsync(Some.Run(), tables, CancellationToken.None))!;

        using (Assert.EnterMultipleScope())
        {
            foreach (var part in parts)
            {
                Assert.That(error.Message, Does.Contain(part));
            }

            Assert.That(error.IsTransient, Is.False);
            Assert.That(await database.NumbersAsync("t"), Is.EqualTo(new[] { "1" }));
            Assert.That(await database.AllTablesAsync(), Is.EqualTo(product == "Postgres" ? new[] { "_sparketl_runs", "t" } : ["_sparketl_lock", "_sparketl_runs", "t"]));
        }
    }
}
