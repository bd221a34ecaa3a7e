using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Warehouse.Tests.Servers;

/// <summary>What holds for every server that results are published in.</summary>
[TestFixture("Postgres")]
[TestFixture("Redshift")]
internal sealed class PublishingToServersTests(string product)
{
    private static readonly PublishedTable s_everyType = new(
        "every_type",
        Some.Schema(
            ("id", new IntegerType()), ("label", new StringType()), ("big", new LongType()), ("small", new ShortType()), ("tiny", new ByteType()), ("mean", new DoubleType()),
            ("half", new FloatType()), ("amount", new DecimalType(38, 10)), ("whole", new DecimalType(38, 0)), ("part", new DecimalType(38, 38)), ("moment", new TimestampType()),
            ("local", new TimestampNtzType()), ("day", new DateType()), ("yes", new BooleanType())),
        [
            [
                1, "a 'b' \"c\"\nd\re\tf\\g \\N {} $1 %s 🦆 é\u0301 \u2028", long.MinValue, short.MinValue, sbyte.MinValue, double.MaxValue, float.Epsilon,
                Decimal("9999999999999999999999999999.9999999999", 10), Decimal("99999999999999999999999999999999999999", 0), Decimal("0.00000000000000000000000000000000000001", 38),
                1709281800000001L, 1709281800999999L, 19783, true,
            ],
            [
                2, string.Empty, long.MaxValue, short.MaxValue, sbyte.MaxValue, 0.1 + 0.2, 1.1f,
                Decimal("-0.0000000001", 10), Decimal("-10000", 0), Decimal("-0.12345678901234567890123456789012345678", 38),
                -62135596800000000L, 253402300799999999L, -719162, false,
            ],
            [3, " x ", 0L, (short)0, (sbyte)0, double.NaN, float.NegativeInfinity, Decimal("0.0000000000", 10), Decimal("0", 0), Decimal("0", 38), -1L, 0L, 2932896, false],
            [4, .. Enumerable.Repeat<object?>(null, 13)],
            [5, "100", 1L, (short)1, (sbyte)1, -0.0, 1e30f, Decimal("12340000.5000000000", 10), Decimal("12345678", 0), Decimal("0.1", 38), 1L, 1L, 0, true],
        ]);

    private ServerDatabase database = null!;

    [SetUp]
    public async Task Create() => database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());

    [Test]
    public async Task Values_arrive_to_the_last_digit()
    {
        var published = await PublishAsync(s_everyType);

        var rows = await database.QueryAsync("SELECT * FROM marts.every_type ORDER BY id");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(published, Is.EqualTo(new[] { ("every_type", 5L) }));
            Assert.That(rows[0], Is.EqualTo(
                "1|a 'b' \"c\"\nd\re\tf\\g \\N {} $1 %s 🦆 é\u0301 \u2028|-9223372036854775808|-32768|-128|1.7976931348623157e+308|1e-45|9999999999999999999999999999.9999999999|99999999999999999999999999999999999999|0.00000000000000000000000000000000000001|2024-03-01 08:30:00.000001|2024-03-01 08:30:00.999999|2024-03-01|t"));
            Assert.That(rows[1], Is.EqualTo(
                "2||9223372036854775807|32767|127|0.30000000000000004|1.1|-0.0000000001|-10000|-0.12345678901234567890123456789012345678|0001-01-01 00:00:00|9999-12-31 23:59:59.999999|0001-01-01|f"));
            Assert.That(rows[2], Is.EqualTo("3| x |0|0|0|NaN|-Infinity|0.0000000000|0|0.00000000000000000000000000000000000000|1969-12-31 23:59:59.999999|1970-01-01 00:00:00|9999-12-31|f"));
            Assert.That(rows[3], Is.EqualTo("4" + string.Concat(Enumerable.Repeat("|null", 13))));
            Assert.That(rows[4], Is.EqualTo("5|100|1|1|1|-0|1e+30|12340000.5000000000|12345678|0.10000000000000000000000000000000000000|1970-01-01 00:00:00.000001|1970-01-01 00:00:00.000001|1970-01-01|t"));
        }
    }

    [Test]
    public async Task What_is_read_back_is_what_was_published()
    {
        await PublishAsync(s_everyType);

        var read = await database.Target(product).ReadAsync("every_type", CancellationToken.None);

        // A byte comes back as a small integer, and a moment without zone as one in UTC: the server has no other type for them.
        Assert.That(
            read.Schema.Fields.Select(f => f.DataType.SimpleString),
            Is.EqualTo(s_everyType.Schema.Fields.Select(f => f.DataType.SimpleString.Replace("tinyint", "smallint").Replace("timestamp_ntz", "timestamp"))));
        Assert.That(
            read.Rows.Select(r => r.Select(v => v is short s ? (object)(int)s : v)),
            Is.EqualTo(s_everyType.Rows.Select(r => r.Select(v => v is short or sbyte ? (object)Convert.ToInt32(v, null) : v is DecimalValue d ? v : v))));
    }

    [Test]
    public async Task Rows_are_read_in_the_byte_order_of_the_first_column_nulls_first()
    {
        await PublishAsync(new PublishedTable("t", Some.Schema(("status", new StringType())), [["b"], ["a"], ["B"], [null], [" a"], ["á"]]));

        var read = await database.Target(product).ReadAsync("t", CancellationToken.None);

        Assert.That(read.Rows.Select(r => r[0]), Is.EqualTo(new[] { null, " a", "B", "a", "b", "á" }));
    }

    [Test]
    public async Task Views_grants_indexes_and_comments_survive_a_later_run()
    {
        await PublishAsync(Some.Numbers("totals", 1, 2));
        var reader = $"reader_{Guid.NewGuid():N}";
        await database.ExecuteAsync(
            $"""
            CREATE VIEW marts.doubled AS SELECT n * 2 AS n FROM marts.totals; CREATE MATERIALIZED VIEW marts.kept AS SELECT n FROM marts.totals;
            CREATE INDEX totals_n ON marts.totals (n); COMMENT ON TABLE marts.totals IS 'the totals'; COMMENT ON COLUMN marts.totals.n IS 'a number';
            CREATE ROLE {reader}; GRANT SELECT ON marts.totals TO {reader}; ALTER TABLE marts.totals ADD CONSTRAINT positive CHECK (n > 0)
            """);
        var table = (await database.QueryAsync("SELECT 'marts.totals'::regclass::oid"))[0];

        await PublishAsync(Some.Numbers("totals", 5, 6, 7));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await database.NumbersAsync("doubled"), Is.EqualTo(new[] { "10", "12", "14" }));
            Assert.That(await database.QueryAsync("SELECT 'marts.totals'::regclass::oid"), Is.EqualTo(new[] { table }));
            Assert.That(await database.QueryAsync("SELECT indexname FROM pg_indexes WHERE tablename = 'totals'"), Is.EqualTo(new[] { "totals_n" }));
            Assert.That(await database.QueryAsync($"SELECT obj_description({table}), col_description({table}, 1)"), Is.EqualTo(new[] { "the totals|a number" }));
            Assert.That(await database.QueryAsync($"SELECT has_table_privilege('{reader}', 'marts.totals', 'SELECT')"), Is.EqualTo(new[] { "t" }));
            Assert.That(await database.QueryAsync($"SELECT conname FROM pg_constraint WHERE conrelid = {table}"), Is.EqualTo(new[] { "positive" }));
        }
    }

    [Test]
    public async Task A_table_without_rows_is_published_and_empties_the_old_one()
    {
        await PublishAsync(Some.Numbers("totals", 1, 2));

        await PublishAsync(Some.Numbers("totals"));

        Assert.That(await database.NumbersAsync("totals"), Is.Empty);
    }

    [Test]
    public async Task The_ledger_keeps_every_run_with_its_tables_and_rows()
    {
        var first = Some.Run();
        await database.Target(product).PublishAsync(first, [Some.Numbers("a", 1, 2), Some.Numbers("b", 3)], CancellationToken.None);
        await database.Target(product).PublishAsync(Some.Run("it's"), [Some.Numbers("c")], CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await database.QueryAsync("SELECT pipeline, environment, tables, row_count, finished >= started FROM marts._sparketl_runs ORDER BY row_count DESC"),
                Is.EqualTo(new[] { "claims|local|a, b|3|t", "it's|local|c|0|t" }));
            Assert.That(await database.QueryAsync($"SELECT started FROM marts._sparketl_runs WHERE run_id = '{first.Id}'"), Is.EqualTo(new[] { "2024-03-01 08:30:00" }));
            Assert.That(await database.Target(product).TablesAsync(CancellationToken.None), Is.EqualTo(new[] { "a", "b", "c" }), "the ledger is not a result");
        }
    }

    [Test]
    public async Task A_hundred_thousand_rows_arrive()
    {
        var table = new PublishedTable(
            "many",
            Some.Schema(("n", new LongType()), ("label", new StringType()), ("amount", new DecimalType(18, 2))),
            Enumerable.Range(0, 100_000).Select(i => new object?[] { (long)i, $"row {i}", new DecimalValue(i, 2) }));

        await PublishAsync(table);

        Assert.That(
            await database.QueryAsync("SELECT count(*), sum(n), sum(amount), count(DISTINCT label), max(label) FROM marts.many"),
            Is.EqualTo(new[] { "100000|4999950000|49999500.00|100000|row 99999" }));
    }

    [Test]
    public async Task The_columns_of_a_table_may_stand_in_another_order()
    {
        await database.ExecuteAsync("CREATE SCHEMA marts; CREATE TABLE marts.t (b varchar, a bigint)");

        await PublishAsync(new PublishedTable("t", Some.Schema(("a", new LongType()), ("b", new StringType())), [[1L, "x"]]));

        Assert.That(await database.QueryAsync("SELECT a, b FROM marts.t"), Is.EqualTo(new[] { "1|x" }));
    }

    private Task<IReadOnlyList<(string Table, long Rows)>> PublishAsync(params PublishedTable[] tables) =>
        database.Target(product).PublishAsync(Some.Run(), tables, CancellationToken.None);

    private static DecimalValue Decimal(string text, int scale)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = text.Replace(".", string.Empty, StringComparison.Ordinal) + new string('0', scale - (point < 0 ? 0 : text.Length - point - 1));
        return new DecimalValue(Int128.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), scale);
    }
}
