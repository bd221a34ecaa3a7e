using System.Text;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>
/// Files with what Spark 3.5 (ANSI, UTC) reads from them, a line each: format, options, schema, files, answer. A file is its bytes with
/// <c>\n</c> and <c>\xff</c>, with <c>@name@</c> in front or part-N by its position; <c>!</c> introduces a selection. A sixth column says
/// what the embedded engine does instead where it differs on purpose.
/// </summary>
public sealed class SparkReadTests : SourceFixture
{
    private const int SelectionColumns = 6;

    public static IEnumerable<TestCaseData> Reads() => new[] { "spark-reads.tsv", "json-reads.tsv" }.SelectMany(file => File
        .ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Engines", "Sources", file))
        .Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal))
        .Select((l, i) => new TestCaseData(l).SetArgDisplayNames($"{file} {i + 1}", l.Split('\t')[3])));

    [TestCaseSource(nameof(Reads))]
    public void A_read_gives_what_Spark_gives(string line)
    {
        var parts = line.Split('\t');
        var expected = parts.Length == SelectionColumns ? parts[^1] : parts[4];
        string actual;
        try
        {
            actual = Answer(parts[0], parts[1], parts[2], parts[3].Split('¦'));
        }
        catch (SparkSqlException e)
        {
            actual = e is RefusedException ? "REFUSED" : "ERR";
            TestContext.Out.WriteLine(e.Message);
        }

        Assert.That(InAnyOrder(actual, parts[3]), Is.EqualTo(InAnyOrder(expected, parts[3])), line);
    }

    // Spark reads the files of a folder in no particular order.
    private static string InAnyOrder(string answer, string files) =>
        files.Count(c => c == '@') > 2 ? string.Join(' ', answer.Split(" {").Order(StringComparer.Ordinal)) : answer;

    private string Answer(string format, string options, string schema, string[] files)
    {
        Directory.CreateDirectory(At("in"));
        Relation? plan = null;
        var selection = files.FirstOrDefault(f => f.StartsWith('!'));
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i].StartsWith('!'))
            {
                continue;
            }

            var named = files[i].StartsWith('@');
            var end = named ? files[i].IndexOf('@', 1) : 0;
            Put(Path.Combine("in", named ? files[i][1..end] : $"part-{i + 3}"), Encoding.Latin1.GetBytes(Unescape(named ? files[i][(end + 1)..] : files[i])));
        }

        var read = Read(
            format,
            At("in"),
            schema.Length == 0 ? null : SparkSqlParser.ParseSchema(schema),
            [.. options.Split(";;", StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)).Select(o => (o[0].ToLowerInvariant(), Unescape(o[1])))]);
        plan = selection switch
        {
            null => read,
            "!count(*)" => null,
            _ => new Project(read, selection[1..].Split(';').Select(n => (Spark.Plan.Expressions.Expression)read.Columns.First(c => c.Name == n)).ToSeq()),
        };
        if (plan is null)
        {
            return $"struct<count(1):bigint> {{{Count(read)}}}";
        }

        var type = new StructType(plan.Output.Map(a => new StructField(a.Name, a.Type)));
        return $"{type.SimpleString} {string.Join(' ', AllRows(plan).Select(r => JavaText.Of(r, type)))}".TrimEnd();
    }

    private int Count(Scan read) => AllRows(new Project(read, Seq<Spark.Plan.Expressions.Expression>.Empty)).Count;

    private List<object?[]> AllRows(Relation plan)
    {
        var all = new List<object?[]>();
        using var run = Engine.Run(plan, default);
        while (run.NextRows() is { } rows)
        {
            all.AddRange(rows);
        }

        return all;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                // Typed characters beyond Latin-1 do not occur: bytes are written as \xNN.
                plain.Append(text[i]);
                continue;
            }

            i++;
            plain.Append(text[i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '0' => '\0',
                'x' => (char)Convert.ToByte(text.Substring((i += 2) - 1, 2), 16),
                var other => other,
            });
        }

        return plain.ToString();
    }
}
