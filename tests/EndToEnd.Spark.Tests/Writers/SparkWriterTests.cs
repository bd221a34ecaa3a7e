using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SparkEtl.Driver.Runs;
using SparkEtl.Driver.Runs.Writers;
using SparkEtl.EndToEnd.Tests;
using SparkEtl.Spark.Engines.Jvm.Databases;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Utils.Secrets;
using SparkEtl.Warehouse;
using SparkEtl.Warehouse.Servers;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.Writers;

/// <summary>Results that Spark's own tasks carry to Postgres are those that the program carries there.</summary>
[Category("Spark")]
internal sealed class SparkWriterTests
{
    private const string Version = "4.3.0";

    private ServerDatabase database = null!;

    // It is everybody's, and not to be ended here.
    private static SparkSession Session => Sparks.Session(Version);

    [SetUp]
    public async Task Create()
    {
        JdbcDrivers.NeededOn(Version);
        database = await ServerDatabase.CreateAsync(await SharedServers.PostgresAsync());
    }

    [Test]
    public async Task Both_writers_publish_the_same_values_and_types()
    {
        var frame = Session.CreateDataFrame(
            [
                new GenericRow(
                [
                    1, "a 'b' \"c\"\nd\re\tf\\g \\N {} $1 ? %s 🦆 é\u0301 \u2028", string.Empty, long.MinValue, short.MinValue, sbyte.MinValue, double.MaxValue, float.Epsilon,
                    "9999999999999999999999999999.9999999999", "99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001",
                    new Timestamp(2024, 3, 31, 2, 30, 0, 1), new DateTime(2024, 3, 31, 2, 30, 0), new Date(2024, 2, 29), true, new byte[] { 0, 255, 92, 39 },
                ]),
                new GenericRow(
                [
                    2, " x ", "NULL", long.MaxValue, short.MaxValue, sbyte.MaxValue, double.NaN, float.NegativeInfinity, "-0.0000000001", "-1", "-0.12345678901234567890123456789012345678",
                    new Timestamp(1, 1, 1, 0, 0, 0, 0), new DateTime(1582, 10, 10), new Date(1, 1, 1), false, Array.Empty<byte>(),
                ]),
                new GenericRow(
                [
                    3, "x", "y", 0L, (short)0, (sbyte)0, double.PositiveInfinity, float.NaN, "0", "0", "0",
                    new Timestamp(9999, 12, 31, 23, 59, 59, 999_999), new DateTime(9999, 12, 31), new Date(9999, 12, 31), null, null,
                ]),
                new GenericRow([4, .. Enumerable.Repeat<object?>(null, 15)]),
            ],
            new StructType(
            [
                new("id", SqlTypes.Integer), new("La\"bel", SqlTypes.String), new("label", SqlTypes.String), new("LABEL", SqlTypes.Long), new("small", SqlTypes.Short),
                new("tiny", SqlTypes.Byte), new("mean", SqlTypes.Double), new("half", SqlTypes.Float), new("amount", SqlTypes.String), new("whole", SqlTypes.String),
                new("part", SqlTypes.String), new("moment", SqlTypes.Timestamp), new("local", SqlTypes.TimestampNtz), new("day", SqlTypes.Date), new("yes", SqlTypes.Boolean),
                new("bytes", SqlTypes.Binary),
            ]));
        var names = frame.Columns();
        var everyType = frame.ToDF([.. names.Select((_, i) => $"c{i}")])
            .WithColumn("c8", Functions.Expr("cast(c8 as decimal(38,10))")).WithColumn("c9", Functions.Expr("cast(c9 as decimal(38,0))")).WithColumn("c10", Functions.Expr("cast(c10 as decimal(38,38))"))
            .WithColumn("far", Functions.Expr("case c0 when 1 then timestamp'2024-01-01' + interval '9000' year when 2 then timestamp'0001-01-01' - interval '1' second end"))
            .ToDF([.. names, "far"]);

        await PublishAsync("one", everyType, TargetWriter.Npgsql);
        await PublishAsync("two", everyType, TargetWriter.Spark);

        const string Types = "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'marts.{0}'::regclass AND attnum > 0 ORDER BY attnum";
        var rows = await database.QueryAsync("SELECT * FROM marts.two ORDER BY id");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Is.EqualTo(await database.QueryAsync("SELECT * FROM marts.one ORDER BY id")).And.Length.EqualTo(4));
            Assert.That(rows[0], Does.Contain("|0.00000000000000000000000000000000000001|2024-03-31 02:30:00.000001|2024-03-31 02:30:00|2024-02-29|t|\\x00ff5c27|11024-01-01"));
            Assert.That(rows[1], Does.Contain("|NaN|-Infinity|").And.EndsWith("0001-12-31 23:59:59 BC"));
            Assert.That(
                await database.QueryAsync(string.Format(CultureInfo.InvariantCulture, Types, "two")),
                Is.EqualTo(await database.QueryAsync(string.Format(CultureInfo.InvariantCulture, Types, "one"))).And.Contain("amount|numeric(38,10)"));
        }
    }

    [TestCase(1, "sparketl")]
    [TestCase(SparkRows.Few, "sparketl")]
    [TestCase(SparkRows.Few + 1, "sparketl")]
    [TestCase(SparkRows.Many, "sparketl")]
    [TestCase(SparkRows.Many + 1, "sparketl ")]
    public async Task Many_rows_are_written_by_Spark_where_nobody_says_who_writes(long count, string application)
    {
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET log_statement = 'all'");
        var published = await PublishAsync("many", Session.Range(0, count).WithColumn("text", Functions.Expr("concat('row ', id)")), null);

        Assert.That(published, Is.EqualTo(new[] { ("many", count) }));
        Assert.That(
            await database.QueryAsync("SELECT count(*), sum(id), count(DISTINCT text) FROM marts.many"),
            Is.EqualTo(new[] { string.Create(CultureInfo.InvariantCulture, $"{count}|{count * (count - 1) / 2}|{count}") }));
        Assert.That((await database.Server.WritersAsync(database.Name)).Any(a => a.StartsWith("sparketl ", StringComparison.Ordinal)), Is.EqualTo(application != "sparketl"));
        Assert.That(await database.AllTablesAsync(), Is.EqualTo(new[] { "_sparketl_runs", "many" }));
    }

    [Test]
    public async Task A_text_that_Postgres_cannot_hold_leaves_the_old_rows_and_says_so()
    {
        await PublishAsync("texts", Session.Sql("select 'old' label"), TargetWriter.Spark);

        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync("texts", Session.Sql("select if(id = 700, char(0), 'secret row') label from range(1000)"), TargetWriter.Spark))!;

        Assert.That(error.Message, Does.Contain("U+0000").And.Contain("regexp_replace").And.Contain("as they were").And.Not.Contain("secret row").And.Not.Contain("\n"));
        Assert.That(await database.QueryAsync("SELECT label FROM marts.texts"), Is.EqualTo(new[] { "old" }));
        Assert.That(await database.AllTablesAsync(), Is.EqualTo(new[] { "_sparketl_runs", "texts" }));
    }

    [Test]
    public async Task A_user_who_may_not_write_gets_one_error()
    {
        await database.ExecuteAsync("CREATE SCHEMA marts; CREATE ROLE guest LOGIN PASSWORD 'guest-password-4711'; GRANT USAGE ON SCHEMA marts TO guest");
        var guest = database.Address with { Username = "guest", Password = new Secret("guest-password-4711") };

        var error = Assert.ThrowsAsync<WarehouseException>(() => PublishAsync("t", Session.Range(1).ToDF(), TargetWriter.Spark, guest))!;

        Assert.That(error.Message, Does.Contain("GRANT USAGE, CREATE ON SCHEMA marts TO guest").And.Not.Contain("4711"));
    }

    [Test]
    public async Task The_authority_of_target_ca_counts_for_Sparks_connections_too()
    {
        using var authority = new TestAuthority();
        using var other = new TestAuthority();
        var folder = Directory.CreateTempSubdirectory("sparketl-ca-").FullName;
        var (certificate, key) = authority.Sign("127.0.0.1");
        await database.Server.OfferEncryptionAsync(certificate, key, offered: true);
        try
        {
            await EventuallyAsync("on");
            await File.WriteAllTextAsync(Path.Combine(folder, "ca.pem"), authority.Certificate);
            await File.WriteAllTextAsync(Path.Combine(folder, "other.pem"), other.Certificate);
            var right = database.Address with { Tls = true, Ca = Path.Combine(folder, "ca.pem") };
            var asked = DatabaseQuestions.Ask(Sparks.Engine(Version).Session, [PostgresWay.Of(right, "test")], "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
            Assert.That(asked.Results[0][0][0], Is.EqualTo("t"));
            await PublishAsync("t", Session.Range(3).ToDF(), TargetWriter.Spark, right);
            Assert.That(await database.CountAsync("marts.t"), Is.EqualTo(3));
            Assert.That(
                () => DatabaseQuestions.Ask(Sparks.Engine(Version).Session, [PostgresWay.Of(right with { Ca = Path.Combine(folder, "other.pem") }, "test")], "SELECT 1"),
                Throws.InstanceOf<DatabaseException>().With.Message.Contains("PKIX").And.Message.Not.Contains("\n"));
        }
        finally
        {
            await database.Server.OfferEncryptionAsync(certificate, key, offered: false);
            await EventuallyAsync("off");
            Directory.Delete(folder, recursive: true);
        }
    }

    // The server reads its settings again when it gets round to it.
    private async Task EventuallyAsync(string setting)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while ((await database.QueryAsync("SHOW ssl"))[0] != setting)
        {
            await Task.Delay(50, limit.Token);
        }
    }

    private Task<IReadOnlyList<(string Table, long Rows)>> PublishAsync(string table, DataFrame frame, TargetWriter? writer, ServerAddress? address = null)
    {
        var to = address ?? database.Address;
        var rows = RunCommand.Table(table, frame, SparkRows.Of(to, writer, NullLogger.Instance, table, frame), CancellationToken.None);
        return ServerDatabase.Target(to).PublishAsync(new RunRecord(Guid.NewGuid(), "test", "local", DateTimeOffset.UnixEpoch), [rows], CancellationToken.None);
    }
}
