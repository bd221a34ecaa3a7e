using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Engines.Sources;

public sealed class ParquetTests : SourceFixture
{
    private static readonly StructType Everything = Schema(
        ("i", SqlTypes.Integer), ("l", SqlTypes.Long), ("b", SqlTypes.Byte), ("s", SqlTypes.Short), ("t", SqlTypes.Boolean), ("d", SqlTypes.Double),
        ("f", SqlTypes.Float), ("n", SqlTypes.Decimal(10, 2)), ("w", SqlTypes.Decimal(38, 10)), ("x", SqlTypes.String), ("y", SqlTypes.Binary),
        ("day", SqlTypes.Date), ("ts", SqlTypes.Timestamp), ("ntz", SqlTypes.TimestampNtz), ("list", SqlTypes.ArrayOf(SqlTypes.Timestamp)),
        ("rec", new StructType([new StructField("A b", SqlTypes.Integer), new StructField("c", SqlTypes.Timestamp)])),
        ("map", SqlTypes.MapOf(SqlTypes.String, SqlTypes.Integer)));

    [Test]
    public void What_is_written_is_read_back_with_its_types()
    {
        object?[] row =
        [
            1, 2L, (sbyte)3, (short)4, true, 1.5, 2.5f, new DecimalValue(12345, 2), new DecimalValue(1, 10), "é", new byte[] { 1, 255 }, 19_000, 1_700_000_000_123_456L,
            1_700_000_000_000_001L, new object?[] { 5L, null }, new object?[] { 7, 8L }, new[] { KeyValuePair.Create<object, object?>("k", 9) },
        ];
        Write(Data(Everything, row, [.. row.Select(_ => (object?)null)]), "parquet", At("out"));
        var scan = Read("parquet", At("out"));
        Assert.That(SchemaOf(scan), Is.EqualTo(string.Join(", ", Everything.Fields.Select(f => $"{f.Name} {f.DataType.SimpleString}"))));
        Assert.That(Rows(scan), Is.EqualTo(
            "[1, 2, 3, 4, true, 1.5, 2.5, 123.45, 0.0000000001, 'é', x01FF, 19000, 1700000000123456, 1700000000000001, (5, null), (7, 8), {'k': 9}] "
            + "[null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null]"));
    }

    [Test]
    public void A_folder_is_written_as_Spark_writes_it()
    {
        Write(Data(Schema(("a", SqlTypes.Integer)), [1]), "parquet", At("out"));
        var names = Directory.GetFileSystemEntries(Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Root, f)).Order().ToList();
        Assert.That(names, Has.Count.EqualTo(3));
        Assert.That(names[1], Is.EqualTo("out/_SUCCESS"));
        Assert.That(names[2], Does.Match("^out/part-00000-[0-9a-f-]{36}-c000.snappy.parquet$"));
    }

    [Test]
    public void Partition_folders_carry_the_values_and_the_files_do_not()
    {
        var schema = Schema(("v", SqlTypes.Integer), ("Day", SqlTypes.Date), ("k", SqlTypes.String), ("t", SqlTypes.Timestamp));
        Write(
            Data(schema, [1, 19_724, "a/b c=%", 1_704_164_645_500_000L], [2, null, "", null], [3, 19_724, "a/b c=%", 1_704_164_645_500_000L]), "parquet", At("out"), by: ["day", "k", "t"]);
        var folders = Directory.GetFiles(At("out"), "*.parquet", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(At("out"), Path.GetDirectoryName(f)!)).Order(StringComparer.Ordinal);
        Assert.That(folders, Is.EqualTo(
        [
            "day=2024-01-02/k=a%2Fb c%3D%25/t=2024-01-02 03%3A04%3A05.5",
            "day=__HIVE_DEFAULT_PARTITION__/k=__HIVE_DEFAULT_PARTITION__/t=__HIVE_DEFAULT_PARTITION__",
        ]));
        var scan = Read("parquet", At("out"));
        Assert.That(SchemaOf(scan), Is.EqualTo("v int, day date, k string, t timestamp"));
        Assert.That(Rows(scan), Is.EqualTo("[1, 19724, 'a/b c=%', 1704164645500000] [3, 19724, 'a/b c=%', 1704164645500000] [2, null, null, null]"));
    }

    [Test]
    public void Overwrite_replaces_append_adds_ignore_leaves_and_the_default_refuses()
    {
        var schema = Schema(("a", SqlTypes.Integer));
        Write(Data(schema, [1]), "parquet", At("out"));
        Write(Data(schema, [2]), "parquet", At("out"), WriteMode.Append);
        Assert.That(Rows(Read("parquet", At("out"))).Split(' ').Order(), Is.EqualTo(["[1]", "[2]"]));
        Write(Data(schema, [3]), "parquet", At("out"), WriteMode.Ignore);
        Assert.That(
            () => Write(Data(schema, [3]), "parquet", At("out")), Throws.TypeOf<AnalysisException>().With.Property("ErrorClass").EqualTo("PATH_ALREADY_EXISTS"));
        Write(Data(schema, [4]), "parquet", At("out"), WriteMode.Overwrite);
        Assert.That(Rows(Read("parquet", At("out"))), Is.EqualTo("[4]"));
        Assert.That(Directory.GetFileSystemEntries(Root), Has.Length.EqualTo(1), "nothing is left beside the folder");
    }
}
