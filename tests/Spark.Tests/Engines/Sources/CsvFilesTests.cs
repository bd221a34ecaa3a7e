using System.IO.Compression;
using System.Text;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>Files that are large, broken, packed or many.</summary>
public sealed class CsvFilesTests : SourceFixture
{
    private const int BufferSize = 1 << 18;

    private static readonly (string Key, string Value)[] Strict =
        [("header", "true"), ("mode", "FAILFAST"), ("multiline", "true"), ("escape", "\""), ("enforceschema", "false")];

    private static readonly StructType Pair = Schema(("a", SqlTypes.Integer), ("b", SqlTypes.String));

    [TestCase(1)]
    [TestCase(100)]
    [TestCase(70_000)]
    [TestCase(BufferSize - 1)]
    [TestCase(BufferSize)]
    [TestCase(BufferSize + 1)]
    [TestCase(3_000_000)]
    public void A_record_may_lie_over_the_end_of_any_buffer(int length)
    {
        var value = new string('x', length / 2) + "\n\"\",é" + new string('y', length / 2);
        var text = new StringBuilder("a,b\n");
        for (var i = 0; i < 20; i++)
        {
            text.Append(i).Append(",\"").Append(value).Append("\"\n");
        }

        Put("f.csv", text.ToString());
        var rows = All(Read("csv", At("f.csv"), Pair, Strict));
        Assert.That(rows.Select(r => r[0]), Is.EqualTo(Enumerable.Range(0, 20)));
        Assert.That(rows.Select(r => r[1]), Is.All.EqualTo(value.Replace("\"\"", "\"", StringComparison.Ordinal)));
    }

    [Test]
    public void Records_keep_their_order_over_many_buffers_and_files()
    {
        var count = 0;
        for (var file = 0; file < 3; file++)
        {
            var text = new StringBuilder("a,b\n");
            for (var i = 0; i < 60_000; i++)
            {
                text.Append(count++).Append(",some text of ").Append(i).Append('\n');
            }

            Put($"in/{file}.csv", text.ToString());
        }

        Assert.That(All(Read("csv", At("in"), Pair, Strict)).Select(r => r[0]), Is.EqualTo(Enumerable.Range(0, count)));
    }

    [Test]
    public void A_file_may_be_one_long_line()
    {
        Put("f.csv", string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{i:D60}")));
        var row = All(Read("csv", At("f.csv")))[0];
        Assert.That(row, Has.Length.EqualTo(20_000));
        Assert.That(row[^1], Is.EqualTo($"{19_999:D60}"));
    }

    [Test]
    public void A_mark_of_the_byte_order_is_no_part_of_the_first_name()
    {
        Put("f.csv", [0xEF, 0xBB, 0xBF, .. "a,b\n1,x\n"u8]);
        Assert.That(SchemaOf(Read("csv", At("f.csv"), null, Strict)), Is.EqualTo("a string, b string"));
        Assert.That(Rows(Read("csv", At("f.csv"), Pair, Strict)), Is.EqualTo("[1, 'x']"));
    }

    [Test]
    public void Bytes_that_are_not_UTF8_are_named_by_line_where_reading_is_strict_and_replaced_where_it_is_not()
    {
        Put("f.csv", [.. "a,b\n1,x\n2,"u8, 0xFF, .. "\n"u8]);
        Assert.That(() => Rows(Read("csv", At("f.csv"), Pair, Strict)), Throws.TypeOf<QueryException>().With.Message.Contains("f.csv(3)").And.Message.Contains("UTF-8"));
        Assert.That(Rows(Read("csv", At("f.csv"), Pair, ("header", "true"))), Is.EqualTo("[1, 'x'] [2, '\uFFFD']"));
    }

    [Test]
    public void A_value_of_another_type_is_named_by_file_line_column_and_value()
    {
        Put("f.csv", "a,b\n1,x\n12.5,y\n");
        Assert.That(
            () => Rows(Read("csv", At("f.csv"), Pair, Strict)),
            Throws.TypeOf<QueryException>().With.Message.Contains("f.csv(3): found '12.5' in column a, expected int"));
        Assert.That(Rows(Read("csv", At("f.csv"), Pair, ("header", "true"))), Is.EqualTo("[1, 'x'] [null, 'y']"));
    }

    [Test]
    public void The_line_of_an_error_counts_the_lines_in_quotes_and_in_earlier_buffers()
    {
        var text = new StringBuilder("a,b\n");
        for (var i = 0; i < 50_000; i++)
        {
            text.Append(i).Append(",\"two\nlines\"\n");
        }

        Put("f.csv", text.Append("z,last\n").ToString());
        Assert.That(() => Rows(Read("csv", At("f.csv"), Pair, Strict)), Throws.TypeOf<QueryException>().With.Message.Contains("f.csv(100002): found 'z'"));
    }

    [TestCase("1\n", "found 1 field, expected 2")]
    [TestCase("1,x,y\n", "found 3 fields, expected 2")]
    public void Records_of_another_width_are_named(string record, string message)
    {
        Put("f.csv", "a,b\n1,x\n" + record);
        Assert.That(() => Rows(Read("csv", At("f.csv"), Pair, Strict)), Throws.TypeOf<QueryException>().With.Message.Contains("f.csv(3): " + message));
    }

    [Test]
    public void A_quote_that_is_never_closed_is_named_by_the_line_of_its_record()
    {
        Put("f.csv", "a,b\n1,x\n2,\"open\n3,y\n");
        Assert.That(() => Rows(Read("csv", At("f.csv"), Pair, Strict)), Throws.TypeOf<QueryException>().With.Message.Contains("f.csv(3)").And.Message.Contains("never closed"));
    }

    [Test]
    public void An_empty_file_has_no_columns_and_where_reading_is_strict_lacks_a_header()
    {
        Put("f.csv", "");
        Assert.That(SchemaOf(Read("csv", At("f.csv"), null, ("header", "true"))), Is.Empty);
        Assert.That(Rows(Read("csv", At("f.csv"), Pair, ("header", "true"))), Is.Empty);
        Assert.That(() => Read("csv", At("f.csv"), Pair, Strict), Throws.TypeOf<QueryException>().With.Message.Contains("f.csv(1)").And.Message.Contains("a, b"));
    }

    [Test]
    public void A_header_alone_gives_no_rows()
    {
        Put("f.csv", "a,b");
        Assert.That(SchemaOf(Read("csv", At("f.csv"), null, Strict)), Is.EqualTo("a string, b string"));
        Assert.That(Rows(Read("csv", At("f.csv"), Pair, Strict)), Is.Empty);
    }

    [Test]
    public void Names_in_quotes_may_have_delimiters_quotes_and_line_ends()
    {
        Put("f.csv", "\"a,b\",\"c\"\"d\",\"e\nf\"\n1,2,3\n");
        Assert.That(Read("csv", At("f.csv"), null, Strict).Columns.Select(c => c.Name), Is.EqualTo(["a,b", "c\"d", "e\nf"]));
    }

    [Test]
    public void Files_of_a_folder_may_have_their_columns_in_different_orders_and_more_of_them()
    {
        Put("in/1.csv", "a,b\n1,x\n");
        Put("in/2.csv", "b,c,a\ny,0,2\n");
        Assert.That(Rows(Read("csv", At("in"), Pair, Strict)), Is.EqualTo("[1, 'x'] [2, 'y']"));
        Put("in/3.csv", "a,d\n3,z\n");
        Assert.That(() => Read("csv", At("in"), Pair, Strict), Throws.TypeOf<QueryException>().With.Message.Contains("3.csv(1)").And.Message.Contains("expected a column b"));
    }

    [Test]
    public void Packed_files_are_unpacked_and_so_are_those_of_several_members()
    {
        Put("in/1.csv.gz", Packed("a,b\n1,x\n"));
        Put("in/2.csv.gz", [.. Packed("a,b\n2,"), .. Packed("y\n3,z\n")]);
        Assert.That(Rows(Read("csv", At("in"), Pair, Strict)), Is.EqualTo("[1, 'x'] [2, 'y'] [3, 'z']"));
        Put("in/3.csv.gz", "no archive");
        Assert.That(() => Rows(Read("csv", At("in"), Pair, Strict)), Throws.TypeOf<QueryException>().With.Message.Contains("3.csv.gz"));
    }

    [Test]
    public void Line_feeds_in_quotes_are_kept_as_Spark_keeps_them()
    {
        Put("f.csv", "a,b\r\n1,\"x\r\ny\"\r\n");
        Assert.That(Rows(Read("csv", At("f.csv"), Pair, Strict)), Is.EqualTo("[1, 'x\ny']"));
    }

    [Test]
    public void Types_are_told_from_all_records_however_many_buffers_they_fill()
    {
        var text = new StringBuilder("a,b,c\n");
        for (var i = 0; i < 200_000; i++)
        {
            text.Append(i).Append(i == 150_000 ? ",0.5," : ",7,").Append(i == 199_999 ? "x\n" : "2024-01-02\n");
        }

        Put("f.csv", text.ToString());
        Assert.That(SchemaOf(Read("csv", At("f.csv"), null, ("header", "true"), ("inferschema", "true"))), Is.EqualTo("a int, b double, c string"));
    }

    [Test]
    public void What_cannot_be_honoured_is_refused_by_name()
    {
        Put("f.csv", "a\n1\n");
        foreach (var (key, value, name) in new[]
        {
            ("locale", "de-DE", "locale"), ("encoding", "UTF-16", "encoding"), ("samplingratio", "0.5", "samplingRatio"), ("linesep", ";", "lineSep"),
            ("unescapedquotehandling", "SKIP_VALUE", "unescapedQuoteHandling"), ("chartoescapequoteescaping", "!", "charToEscapeQuoteEscaping"),
            ("timezone", "Europe/Paris", "timeZone"), ("modifiedafter", "2024-01-01", "modifiedafter"), ("quote", "é", "quote"),
        })
        {
            Assert.That(() => Read("csv", At("f.csv"), null, (key, value)), Throws.TypeOf<RefusedException>().With.Message.Contains(name), key);
        }
    }

    [Test]
    public void Rows_written_to_many_folders_come_back_however_they_alternate()
    {
        var schema = Schema(("v", SqlTypes.Integer), ("k", SqlTypes.Integer));
        Write(Data(schema, [.. Enumerable.Range(0, 2000).Select(i => new object?[] { i, i % 450 })]), "csv", At("out"), by: ["k"], options: [("header", "true"), ("compression", "gzip")]);
        Assert.That(Directory.GetFiles(At("out"), "*.csv.gz", SearchOption.AllDirectories), Has.Length.EqualTo(450));
        var rows = All(Read("csv", At("out"), null, ("header", "true"), ("inferschema", "true")));
        Assert.That(rows.Select(r => (int)r[0]!).Order(), Is.EqualTo(Enumerable.Range(0, 2000)));
        Assert.That(rows, Is.All.Matches<object?[]>(r => (int)r[0]! % 450 == (int)r[1]!));
    }

    [Test]
    public void A_write_that_fails_leaves_what_was_there()
    {
        var schema = Schema(("v", SqlTypes.String));
        Write(Data(schema, ["old"]), "csv", At("out"));
        Put("bad.csv", "v\n1\nx\n");
        var bad = Read("csv", At("bad.csv"), Schema(("v", SqlTypes.Integer)), Strict);
        Assert.That(() => Write(bad, "csv", At("out"), WriteMode.Overwrite), Throws.TypeOf<QueryException>().With.Message.Contains("bad.csv(3)"));
        Assert.That(Rows(Read("csv", At("out"))), Is.EqualTo("['old']"));
        Assert.That(Directory.GetFileSystemEntries(Root), Has.Length.EqualTo(2), "nothing is left beside the folder");
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var pack = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            pack.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private List<object?[]> All(Relation plan)
    {
        var all = new List<object?[]>();
        using var run = Engine.Run(plan, default);
        while (run.NextRows() is { } rows)
        {
            all.AddRange(rows);
        }

        return all;
    }
}
