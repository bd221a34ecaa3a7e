using System.Text.RegularExpressions;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.Warehouse.Tests.Redshift;

/// <summary>
/// Postgres stands in for Redshift, which has less: the server's own log of every statement, the driver's among them, is held against what
/// Redshift takes.
/// </summary>
internal sealed partial class RedshiftStatementTests
{
    private const string Name = "\"[^\"A-Z]+\"";
    private const string Table = $"{Name}\\.{Name}";
    private const string Type = @"(?:VARCHAR\(\d+\)|BOOLEAN|SMALLINT|INTEGER|BIGINT|REAL|DOUBLE PRECISION|NUMERIC\(\d+,\d+\)|DATE|TIMESTAMP)";
    private const string Names = $@"\({Name}(?:, {Name})*\)";

    private static readonly string[] s_allowed =
    [
        "BEGIN", "COMMIT", "ROLLBACK", $"CREATE SCHEMA IF NOT EXISTS {Name}", $"CREATE TABLE (?:IF NOT EXISTS )?{Table} \\({Name} {Type}(?:, {Name} {Type})*\\)",
        $"LOCK TABLE {Table}", $"DELETE FROM {Table}", $"DROP TABLE {Table}", $"INSERT INTO {Table} {Names} SELECT {Name}(?:, {Name})* FROM {Table}",
        $@"INSERT INTO {Table} {Names} VALUES \(CAST\(\$\d+ AS {Type}\)(?:, CAST\(\$\d+ AS {Type}\))*\)(?:, \(CAST\(\$\d+ AS {Type}\)(?:, CAST\(\$\d+ AS {Type}\))*\))*",
        $@"INSERT INTO {Table} {Names} VALUES \(\$1, \$2, \$3, CAST\(\$4 AS TIMESTAMP\), CAST\(\$5 AS TIMESTAMP\), \$6, \$7\)",
        $@"SELECT (?:CAST\({Name} AS VARCHAR\)|{Name})(?:, (?:CAST\({Name} AS VARCHAR\)|{Name}))* FROM {Table} ORDER BY {Name} NULLS FIRST",
        @"SELECT 1 FROM pg_catalog\.pg_namespace n WHERE n\.nspname = \$1",
        @"SELECT CAST\(c\.relname AS VARCHAR\(127\)\) FROM pg_catalog\.pg_class c JOIN pg_catalog\.pg_namespace n ON n\.oid = c\.relnamespace WHERE n\.nspname = \$1 AND c\.relkind IN \('r', 'p'\) ORDER BY 1",
        @"SELECT CAST\(c\.relkind AS VARCHAR\(1\)\) FROM pg_catalog\.pg_class c JOIN pg_catalog\.pg_namespace n ON n\.oid = c\.relnamespace WHERE n\.nspname = \$1 AND c\.relname = \$2",
        @"SELECT CAST\(a\.attname AS VARCHAR\(127\)\) AS name, CAST\(format_type\(a\.atttypid, a\.atttypmod\) AS VARCHAR\(256\)\) AS type FROM pg_catalog\.pg_attribute a JOIN pg_catalog\.pg_class c ON c\.oid = a\.attrelid JOIN pg_catalog\.pg_namespace n ON n\.oid = c\.relnamespace WHERE n\.nspname = \$1 AND c\.relname = \$2 AND a\.attnum > 0 AND NOT a\.attisdropped ORDER BY a\.attnum",
        @"SELECT has_schema_privilege\(\$1, 'CREATE'\) AND has_schema_privilege\(\$1, 'USAGE'\)", @"SELECT has_database_privilege\(\$1, 'CREATE'\)",
    ];

    // By way of S3, which those of this class do not take.
    private const string Copy = $"COPY {Table} FROM 's3://[a-z0-9.-]+/[\\w/-]+' IAM_ROLE (?:default|'arn:aws:iam::\\d{{12}}:role/[\\w-]+') FORMAT AS PARQUET";

    private static readonly PublishedTable s_table = new(
        "Totals",
        Some.Schema(
            ("ID", new IntegerType()), ("Label", new StringType()), ("big", new LongType()), ("small", new ShortType()), ("mean", new DoubleType()), ("half", new FloatType()),
            ("amount", new DecimalType(38, 10)), ("moment", new TimestampType()), ("day", new DateType()), ("yes", new BooleanType())),
        [.. Enumerable.Range(0, 5000).Select(i => new object?[] { i, "it's \\ \"x\"", 1L, (short)1, 0.5, 0.5f, new DecimalValue(i, 10), 1L, 1, true })]);

    private ServerDatabase database = null!;

    /// <summary>Whether a statement is one that Redshift takes.</summary>
    public static bool IsAllowed(string statement) => s_allowed.Append(Copy).Any(a => Regex.IsMatch(Whitespace().Replace(statement, " ").Trim(), $"^(?:{a})$"));

    [SetUp]
    public async Task Create() => database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());

    [Test]
    public async Task Every_statement_that_reaches_the_server_is_one_that_Redshift_takes()
    {
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET log_statement = 'all'");
        var target = database.Target("Redshift");
        await target.WhyNotReachableAsync(CancellationToken.None);
        await target.PublishAsync(Some.Run(), [s_table], CancellationToken.None);
        await target.PublishAsync(Some.Run(), [s_table, Some.Numbers("none")], CancellationToken.None);
        Assert.That(
            () => target.PublishAsync(Some.Run(), [s_table, Some.Numbers("bad", Some.NumbersThatEndIn(new InvalidOperationException("broken"), 10))], CancellationToken.None),
            Throws.InvalidOperationException);
        await target.WhyNotReachableAsync(CancellationToken.None);
        await target.TablesAsync(CancellationToken.None);
        await target.ReadAsync("totals", CancellationToken.None);

        var statements = (await database.Server.StatementsAsync(database.Name)).Select(s => Whitespace().Replace(s, " ").Trim()).ToArray();

        var used = new HashSet<string>();
        using (Assert.EnterMultipleScope())
        {
            foreach (var statement in statements)
            {
                var allowed = s_allowed.FirstOrDefault(a => Regex.IsMatch(statement, $"^(?:{a})$"));
                Assert.That(allowed, Is.Not.Null, statement.Length > 500 ? statement[..500] : statement);
                Assert.That(statement.Length, Is.LessThan(16_000_000));
                used.Add(allowed ?? string.Empty);
            }

            Assert.That(s_allowed.Except(used), Is.Empty, "what is allowed is what is used, no more");
        }

        Assert.That(statements.Count(s => s.Contains("VALUES (CAST", StringComparison.Ordinal)), Is.EqualTo(6), "5,000 rows of ten columns go in two statements of at most 32,767 values each");
    }

    [Test]
    public async Task Names_become_lower_case_and_text_gets_room_for_twice_its_length()
    {
        await database.Target("Redshift").PublishAsync(
            Some.Run(),
            [
                new PublishedTable(
                    "Texts",
                    Some.Schema(("Short", new StringType()), ("Medium", new StringType()), ("Long", new StringType()), ("None", new StringType())),
                    [["é", new string('é', 150), new string('x', 65_535), null]]),
            ],
            CancellationToken.None);

        Assert.That(
            await database.QueryAsync("SELECT column_name, character_maximum_length FROM information_schema.columns WHERE table_name = 'texts' ORDER BY ordinal_position"),
            Is.EqualTo(new[] { "short|256", "medium|1024", "long|65535", "none|256" }));
    }

    [Test]
    public async Task A_text_that_is_longer_than_any_column_is_refused_with_its_row()
    {
        var table = new PublishedTable("texts", Some.Schema(("label", new StringType())), [["fine"], [new string('é', 32_768)]]);

        var error = Assert.ThrowsAsync<WarehouseException>(() => database.Target("Redshift").PublishAsync(Some.Run(), [table], CancellationToken.None))!;

        Assert.That(error.Message, Does.Contain("Row 2").And.Contain("65,536 bytes").And.Contain("column label").And.Contain("at most 65,535"));
        Assert.That(await database.AllTablesAsync(), Is.EqualTo(new[] { "_sparketl_lock", "_sparketl_runs" }));
    }

    [Test]
    public async Task A_text_that_a_published_column_is_too_narrow_for_changes_nothing_and_says_so()
    {
        await database.Target("Redshift").PublishAsync(Some.Run(), [Texts("old")], CancellationToken.None);

        var error = Assert.ThrowsAsync<WarehouseException>(() => database.Target("Redshift").PublishAsync(Some.Run(), [Texts(new string('x', 300))], CancellationToken.None))!;

        Assert.That(error.Message, Does.Contain("too narrow").And.Contain("ALTER TABLE"));
        Assert.That(await database.QueryAsync("SELECT label FROM marts.texts"), Is.EqualTo(new[] { "old" }));

        static PublishedTable Texts(string text) => new("texts", Some.Schema(("label", new StringType())), [[text]]);
    }

    [Test]
    public async Task Two_columns_that_differ_in_case_alone_are_refused()
    {
        var table = new PublishedTable("t", Some.Schema(("a", new LongType()), ("A", new LongType())), []);

        Assert.That(
            () => database.Target("Redshift").PublishAsync(Some.Run(), [table], CancellationToken.None),
            Throws.InstanceOf<WarehouseException>().With.Message.Contains("two columns a"));
        await database.Target().PublishAsync(Some.Run(), [table], CancellationToken.None);
    }

    [Test]
    public async Task Binary_is_refused_and_the_way_out_named()
    {
        var table = new PublishedTable("t", Some.Schema(("photo", new BinaryType())), []);

        Assert.That(
            () => database.Target("Redshift").PublishAsync(Some.Run(), [table], CancellationToken.None),
            Throws.InstanceOf<WarehouseException>().With.Message.Contains("column photo").And.Message.Contains("base64"));
        Assert.That(await database.AllTablesAsync(), Has.None.StartsWith("t"));
    }

    [Test]
    public async Task A_moment_outside_the_years_of_Redshift_is_refused_with_its_row()
    {
        var table = new PublishedTable("t", Some.Schema(("at", new TimestampType())), [[0L], [253402300800000000L]]);

        Assert.That(
            () => database.Target("Redshift").PublishAsync(Some.Run(), [table], CancellationToken.None),
            Throws.InstanceOf<WarehouseException>().With.Message.Contains("Row 2").And.Message.Contains("column at"));
        Assert.That(await database.AllTablesAsync(), Has.None.StartsWith("t"));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
