using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Engines;
using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Plan.Binding;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Tests.Conformance;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>
/// Queries with the files that Spark 3.5 (ANSI, UTC) writes of them, a line each: format, options, query, partition columns, files. Of a
/// file's name the folder and the extension stand there. A sixth column says what the embedded engine does instead.
/// </summary>
public sealed partial class JsonWriteTests : SourceFixture
{
    private const int DifferenceColumns = 6;

    public static IEnumerable<TestCaseData> Writes() => File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Engines", "Sources", "json-writes.tsv"))
        .Select((l, i) => new TestCaseData(l).SetArgDisplayNames($"{i + 1}", l.Split('\t')[2]));

    [TestCaseSource(nameof(Writes))]
    public void A_write_gives_the_files_that_Spark_gives(string line)
    {
        var parts = line.Split('\t');
        string actual;
        try
        {
            var options = parts[1].Split(";;", StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)).Select(o => (o[0].ToLowerInvariant(), o[1])).ToArray();
            var plan = new QueryBinder(new NoTables()).Bind(SparkSqlParser.ParseQuery(parts[2]));
            Write(plan, parts[0], At("out"), WriteMode.ErrorIfExists, parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries), options);
            actual = string.Join('¦', Directory.EnumerateFiles(At("out"), "part-*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Content));
        }
        catch (SparkSqlException e)
        {
            actual = e is RefusedException ? "REFUSED" : "ERR";
            TestContext.Out.WriteLine(e.Message);
        }

        Assert.That(actual, Is.EqualTo(parts.Length == DifferenceColumns ? parts[^1] : parts[4]), line);
        Assert.That(Directory.Exists(At("out")), Is.EqualTo(actual is not ("ERR" or "REFUSED")), "All or nothing.");
    }

    private string Content(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var unpacked = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            unpacked.CopyTo(plain);
            bytes = plain.ToArray();
        }

        return $"@{PartName().Replace(Path.GetRelativePath(At("out"), path), "")}@{string.Concat(bytes.Select(b => Visible((char)b)))}";
    }

    private static string Visible(char c) => c switch
    {
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\0' => "\\0",
        _ when char.IsControl(c) || c is '\u00a0' or '\u00ad' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
        _ => c.ToString(),
    };

    [GeneratedRegex(@"part-\d{5}-[0-9a-f-]{36}-c000")]
    private static partial Regex PartName();
}
