using System.IO.Compression;
using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Tests.Engines.Sources;

/// <summary>
/// Queries with the CSV files that Spark 3.5 (ANSI, UTC) writes of their rows, a line each: options, query, partition columns, files. A file
/// is <c>@folder/extension@bytes</c>, the bytes as Latin-1. A fifth column says what the embedded engine does instead where it differs on purpose.
/// </summary>
public sealed class SparkWriteTests
{
    private const int DifferenceColumns = 5;

    private SparkSession spark = null!;
    private string folder = "";

    [SetUp]
    public void Open()
    {
        spark = Some.Session();
        folder = Directory.CreateTempSubdirectory("sparketl-writes-").FullName;
    }

    [TearDown]
    public void Close()
    {
        spark.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public static IEnumerable<TestCaseData> Writes() => File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Engines", "Sources", "spark-writes.tsv"))
        .Select((l, i) => new TestCaseData(l).SetArgDisplayNames($"{i + 1}", l.Split('\t')[0]));

    [TestCaseSource(nameof(Writes))]
    public void A_write_gives_the_bytes_that_Spark_gives(string line)
    {
        var parts = line.Split('\t');
        var expected = parts.Length == DifferenceColumns ? parts[^1] : parts[3];
        string actual;
        try
        {
            actual = Written(parts[0], parts[1], parts[2]);
        }
        catch (SparkSqlException e)
        {
            actual = e is RefusedException ? "REFUSED" : "ERR";
            TestContext.Out.WriteLine(e.Message);
        }

        Assert.That(Lines(actual), Is.EqualTo(Lines(expected)), parts[1]);
    }

    private static string[] Lines(string files) => files.Split("\\n");

    private string Written(string options, string query, string partitions)
    {
        var writer = spark.Sql(query).Write();
        foreach (var option in options.Split(";;", StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)))
        {
            writer.Option(option[0], Unescape(option[1]));
        }

        var target = Path.Combine(folder, "out");
        writer.PartitionBy(partitions.Split(',', StringSplitOptions.RemoveEmptyEntries)).Csv(target);
        Assert.That(Directory.GetFileSystemEntries(folder), Is.EqualTo([target]), "nothing is left beside the folder");
        return string.Join('¦', Directory.GetFiles(target, "part-*", SearchOption.AllDirectories)
            .Select(f => (Folder: Path.GetRelativePath(target, Path.GetDirectoryName(f)!), File: f)).OrderBy(f => f.Folder, StringComparer.Ordinal)
            .Select(f => $"@{(f.Folder == "." ? "" : f.Folder + "/")}{f.File[f.File.LastIndexOf(".csv", StringComparison.Ordinal)..]}@{Escape(Encoding.Latin1.GetString(Bytes(f.File)))}"));
    }

    private static byte[] Bytes(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var bytes = new MemoryStream();
        plain.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);

    private static string Unescape(string text) => text.Replace("\\\\", "\u0001", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\0", "\0", StringComparison.Ordinal)
        .Replace("\u0001", "\\", StringComparison.Ordinal);
}
