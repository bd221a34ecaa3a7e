using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;
using SparkEtl.Warehouse.Tests.Servers;

namespace SparkEtl.Warehouse.Tests.Postgres;

/// <summary>The binary format of COPY, against what the server reads of it.</summary>
internal sealed class BinaryCopyTests
{
    private ServerDatabase database = null!;

    [SetUp]
    public async Task Create() => database = await ServerDatabase.CreateAsync(await SharedPostgres.ServerAsync());

    [Test]
    public async Task Binary_values_arrive()
    {
        await PublishAsync(new PublishedTable("t", Some.Schema(("photo", new BinaryType())), [[new byte[] { 0, 1, 255 }], [Array.Empty<byte>()], [null]]));

        Assert.That(await database.QueryAsync("SELECT photo FROM marts.t"), Is.EqualTo(new[] { "\\x0001ff", "\\x", "null" }));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(10)]
    [TestCase(19)]
    [TestCase(37)]
    [TestCase(38)]
    public async Task Decimals_of_every_length_and_scale_arrive(int scale)
    {
        var values = new List<Int128>();
        Int128 power = 1;
        for (var digits = 1; digits <= 38; digits++)
        {
            values.AddRange([power, -power, (power * 10) - 1, power + (power / 3)]);
            power = digits < 38 ? power * 10 : power;
        }

        values = [.. values.Where(v => Int128.Abs(v) <= Int128.Parse(new string('9', 38), CultureInfo.InvariantCulture)).Distinct()];
        var table = new PublishedTable(
            "t",
            Some.Schema(("n", new IntegerType()), ("v", new DecimalType(38, scale))),
            [.. values.Select((v, i) => new object?[] { i, i % 2 == 0 ? new DecimalValue(v, scale) : v })]);

        await PublishAsync(table);

        Assert.That(await database.QueryAsync("SELECT v FROM marts.t ORDER BY n"), Is.EqualTo(values.Select(v => new DecimalValue(v, scale).ToString())));
    }

    [Test]
    public async Task Any_texts_and_numbers_come_back_as_they_were()
    {
        var rows = (
            from label in ArbMap.Default.GeneratorFor<NonNull<string>>()
            from number in ArbMap.Default.GeneratorFor<long>()
            from mean in ArbMap.Default.GeneratorFor<double>()
            select new object?[] { null, label.Get.Replace("\0", string.Empty, StringComparison.Ordinal), number, mean }).Sample(2000)
            .Where(r => ((string)r[1]!).All(c => !char.IsSurrogate(c))).Select((r, i) => new object?[] { (long)i, r[1], r[2], r[3] }).ToArray();
        Assert.That(rows, Has.Length.GreaterThan(500));

        await PublishAsync(new PublishedTable("t", Some.Schema(("i", new LongType()), ("label", new StringType()), ("n", new LongType()), ("mean", new DoubleType())), rows));

        Assert.That((await database.Target().ReadAsync("t", CancellationToken.None)).Rows, Is.EqualTo(rows));
    }

    private Task PublishAsync(PublishedTable table) => database.Target().PublishAsync(Some.Run(), [table], CancellationToken.None);
}
