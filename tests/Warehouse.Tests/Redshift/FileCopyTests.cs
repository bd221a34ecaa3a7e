using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using SparkEtl.DuckDb;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Utils.Configuration.Options;
using SparkEtl.Warehouse.Redshift;
using SparkEtl.Warehouse.Redshift.Files;
using SparkEtl.Warehouse.Servers;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.Warehouse.Tests.Redshift;

/// <summary>Large results reach Redshift as Parquet files on S3.</summary>
internal sealed partial class FileCopyTests
{
    private const string Role = "arn:aws:iam::123456789012:role/warehouse-reader";

    private static readonly PublishedTable s_everyType = new(
        "Every_Type",
        Some.Schema(
            ("id", new IntegerType()), ("Label", new StringType()), ("big", new LongType()), ("small", new ShortType()), ("tiny", new ByteType()), ("mean", new DoubleType()),
            ("half", new FloatType()), ("amount", new DecimalType(38, 10)), ("cents", new DecimalType(18, 2)), ("moment", new TimestampType()), ("local", new TimestampNtzType()),
            ("day", new DateType()), ("yes", new BooleanType())),
        [
            [1, "a 'b' \"c\"\nd\\e \\N {} $1 🦆 é\u0301", long.MinValue, short.MinValue, sbyte.MinValue, double.MaxValue, 1.1f, new DecimalValue(Int128.Parse("99999999999999999999999999999999999999", CultureInfo.InvariantCulture), 10), new DecimalValue(-1, 2), 1709281800000001L, 1709281800999999L, 19783, true],
            [2, string.Empty, long.MaxValue, short.MaxValue, sbyte.MaxValue, double.NaN, float.NegativeInfinity, new DecimalValue(-1, 10), new DecimalValue(0, 2), -62135596800000000L, 253402300799999999L, -719162, false],
            [3, "x", 0L, (short)0, (sbyte)0, double.PositiveInfinity, float.NaN, new DecimalValue(0, 10), new DecimalValue(999999999999999999, 2), -1L, 0L, 2932896, null],
            [4, .. Enumerable.Repeat<object?>(null, 12)],
        ]);

    private readonly List<string> copies = [];
    private S3Server store = null!;
    private RedshiftStandIn standIn = null!;
    private ServerDatabase database = null!;

    [OneTimeSetUp]
    public async Task StartStore()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", S3Server.Key);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", S3Server.Key);
        store = await S3Server.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopStore()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", null);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", null);
        await store.DisposeAsync();
    }

    [SetUp]
    public async Task Create()
    {
        copies.Clear();
        database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());
        await database.ExecuteAsync($"ALTER DATABASE {database.Name} SET log_statement = 'all'");
        standIn = new RedshiftStandIn(database.Server.Port, InsertAsync);
    }

    [TearDown]
    public async Task HangUp() => await standIn.DisposeAsync();

    [Test]
    public async Task Rows_by_files_arrive_as_rows_by_INSERT_do_and_the_files_are_gone()
    {
        await database.Target("Redshift").PublishAsync(Some.Run(), [s_everyType with { Name = "by_insert" }], CancellationToken.None);

        var published = await Target(rows: 3).PublishAsync(Some.Run(), [s_everyType, Some.Numbers("few", 1, 2, 3)], CancellationToken.None);

        var statements = (await database.Server.StatementsAsync(database.Name)).Where(s => !s.StartsWith("/*", StringComparison.Ordinal)).Concat(copies);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(published, Is.EqualTo(new[] { ("every_type", 4L), ("few", 3L) }));
            Assert.That(copies, Has.Count.EqualTo(1), "three rows are few");
            Assert.That(copies[0], Does.Match($@"^COPY ""marts""\.""_sparketl_staging_\w+"" FROM 's3://{S3Server.Bucket}/in/sparketl-\w+/table-0/' IAM_ROLE '{Role}' FORMAT AS PARQUET$"));
            Assert.That(statements.Where(s => !RedshiftStatementTests.IsAllowed(s)), Is.Empty);
            Assert.That(await database.QueryAsync("SELECT * FROM marts.every_type ORDER BY id"), Is.EqualTo(await database.QueryAsync("SELECT * FROM marts.by_insert ORDER BY id")).And.Length.EqualTo(4));
            Assert.That(await WidthsAsync("every_type"), Is.EqualTo(await WidthsAsync("by_insert")).And.Length.EqualTo(1));
            Assert.That(await KeysAsync(), Is.Empty);
        }
    }

    [Test]
    public async Task Many_rows_go_in_several_files()
    {
        var files = 0;
        await using var counting = new RedshiftStandIn(database.Server.Port, async copy =>
        {
            files = (await KeysAsync()).Count;
            return await InsertAsync(copy);
        });
        await Target(10, counting.Port).PublishAsync(Some.Run(), [Some.Numbers("many", Enumerable.Range(0, 300_000).Select(i => (long)i))], CancellationToken.None);

        Assert.That(files, Is.EqualTo(2));
        Assert.That(await database.QueryAsync("SELECT count(*), sum(n) FROM marts.many"), Is.EqualTo(new[] { "300000|44999850000" }));
        Assert.That(await KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task A_run_that_fails_after_its_files_were_copied_leaves_the_old_rows_and_no_file()
    {
        await Target(rows: 1).PublishAsync(Some.Run(), [Some.Numbers("totals", 1)], CancellationToken.None);

        Assert.That(
            () => Target(rows: 1).PublishAsync(
                Some.Run(), [Some.Numbers("totals", 5, 6, 7), Some.Numbers("bad", Some.NumbersThatEndIn(new InvalidOperationException("broken"), 5))], CancellationToken.None),
            Throws.InvalidOperationException);

        Assert.That(copies, Has.Count.EqualTo(1));
        Assert.That(await database.NumbersAsync("totals"), Is.EqualTo(new[] { "1" }));
        Assert.That(await KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task A_value_that_Redshift_cannot_hold_is_refused_with_its_row()
    {
        var table = new PublishedTable("t", Some.Schema(("label", new StringType())), [["fine"], ["fine"], [new string('é', 32_768)]]);

        var error = Assert.ThrowsAsync<WarehouseException>(() => Target(rows: 1).PublishAsync(Some.Run(), [table], CancellationToken.None))!;

        Assert.That(error.Message, Does.Contain("Row 3").And.Contain("at most 65,535"));
        Assert.That(await KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task A_bucket_that_is_not_there_is_one_clear_error()
    {
        var error = Assert.ThrowsAsync<WarehouseException>(
            () => Target(rows: 1, path: "s3://nowhere/in").PublishAsync(Some.Run(), [Some.Numbers("t", 1, 2)], CancellationToken.None))!;

        Assert.That(error.Message, Does.Contain("s3://nowhere/in").And.Contain("target.s3.path").And.Contain("as they were"));
        Assert.That(await database.AllTablesAsync(), Has.None.EqualTo("t"));
    }

    private ServerTarget Target(int rows, int? port = null, string path = "s3://results/in/") => new(
        database.Address with { Product = "Redshift", Port = port ?? standIn.Port },
        new RedshiftDialect(60, new FileCopy(new S3Options { Path = path, IamRole = Role, Endpoint = store.Endpoint, Rows = rows })),
        TimeProvider.System);

    private Task<string[]> WidthsAsync(string table) =>
        database.QueryAsync($"SELECT string_agg(format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'marts.{table}'::regclass AND attnum > 0");

    private AmazonS3Client Client() => new(new AmazonS3Config { ServiceURL = store.Endpoint, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });

    private async Task<List<string>> KeysAsync()
    {
        using var client = Client();
        var listed = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = S3Server.Bucket });

        // The client gives null for none.
        return [.. (listed.S3Objects ?? []).Select(o => o.Key)];
    }

    // What Redshift does with the files: columns by their place.
    private async Task<string> InsertAsync(string copy)
    {
        copies.Add(copy);
        var match = Copied().Match(copy);
        var folder = Directory.CreateTempSubdirectory("sparketl-copied-");
        try
        {
            using var client = Client();
            foreach (var key in (await KeysAsync()).Where(k => k.StartsWith(match.Groups[2].Value, StringComparison.Ordinal)))
            {
                using var file = await client.GetObjectAsync(S3Server.Bucket, key);
                await file.WriteResponseStreamToFileAsync(Path.Combine(folder.FullName, Path.GetFileName(key)), append: false, CancellationToken.None);
            }

            using var duckDb = DuckDbDatabase.Open(new DuckDbOptions());
            using var connection = duckDb.Connect();
            using var result = connection.Query($"SELECT columns(*)::VARCHAR FROM read_parquet('{folder.FullName}/*.parquet')");
            var rows = new List<string>();
            while (result.NextChunk() is { } chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                {
                    rows.Add($"({string.Join(", ", Enumerable.Range(0, chunk.ColumnCount).Select(c => chunk[c].IsNull(row) ? "NULL" : $"'{chunk[c].GetString(row).Replace("'", "''", StringComparison.Ordinal)}'"))})");
                }
            }

            return $"/* as Redshift */ INSERT INTO {match.Groups[1].Value} VALUES {string.Join(", ", rows)}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"^COPY (\S+) FROM 's3://results/([^']+)'")]
    private static partial Regex Copied();
}
