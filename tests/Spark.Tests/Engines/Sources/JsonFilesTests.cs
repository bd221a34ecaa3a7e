using System.Globalization;
using System.IO.Compression;
using System.Text;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>JSON and text files that are larger than what is read at once.</summary>
public sealed class JsonFilesTests : SourceFixture
{
    private const int Records = 30_000;

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Records_across_blocks_are_read_whole_once_and_in_order(string end)
    {
        Put("a.json", string.Concat(Enumerable.Range(0, Records).Select(i => Record(i) + end)));
        var lines = Rows(Read("json", At("a.json"), SparkSqlParser.ParseSchema("i int, t string")));
        Assert.That(lines, Is.EqualTo(string.Join(' ', Enumerable.Range(0, Records).Select(i => $"[{i}, '{Text(i)}']"))));
        Assert.That(Rows(Read("text", At("a.json"))), Is.EqualTo(string.Join(' ', Enumerable.Range(0, Records).Select(i => $"['{Record(i)}']"))));
        Assert.That(SchemaOf(Read("json", At("a.json"))), Is.EqualTo("i bigint, t string"));
    }

    [Test]
    public void A_record_may_be_larger_than_a_block()
    {
        var text = new string('x', 3_000_000);
        Put("a.json", $"{{\"t\":\"a\"}}\n{{\"t\":\"{text}\"}}\n{{\"t\":\"b\"}}");
        Assert.That(Rows(Read("json", At("a.json"))), Is.EqualTo($"['a'] ['{text}'] ['b']"));
    }

    [Test]
    public void Packed_files_are_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("{\"a\":1}\n{\"a\":2}\n"));
        }

        Put("in/a.json.gz", packed.ToArray());
        Put("in/b.json", "{\"a\":3}\n");
        Assert.That(Rows(Read("json", At("in"))), Is.EqualTo("[1] [2] [3]"));
    }

    [Test]
    public void The_line_of_a_malformed_record_is_told_however_far_it_is()
    {
        Put("a.json", string.Concat(Enumerable.Range(0, Records).Select(i => (i == 25_000 ? "{nope}" : Record(i)) + "\n")));
        var read = Read("json", At("a.json"), SparkSqlParser.ParseSchema("i int"), ("mode", "FAILFAST"));
        Assert.That(() => Rows(read), Throws.TypeOf<QueryException>().With.Message.Contains("a.json(25001):"));
    }

    [Test]
    public void A_field_that_nobody_asks_for_is_not_converted()
    {
        Put("k=1/a.json", "{\"a\":1,\"b\":\"x\"}\n{\"a\":\"bad\",\"b\":\"y\"}\n");
        var read = Read("json", Root, SparkSqlParser.ParseSchema("a int, b string"), ("mode", "FAILFAST"));
        var b = new Spark.Plan.Relations.Project(read, [read.Columns[1], read.Columns[2]]);
        Assert.That(Rows(b), Is.EqualTo("['x', 1] ['y', 1]"));
    }

    private static string Record(int i) => $"{{\"i\":{i.ToString(CultureInfo.InvariantCulture)},\"t\":\"{Text(i)}\"}}";

    private static string Text(int i) => new('é', i % 40);
}
