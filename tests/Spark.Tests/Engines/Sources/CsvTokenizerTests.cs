using System.Globalization;
using System.Text;
using SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

namespace SparkEtl.Spark.Tests.Engines.Sources;

public sealed class CsvTokenizerTests
{
    [Test]
    public void Records_are_split_as_the_parser_that_Spark_uses_splits_them()
    {
        var differences = new List<string>();
        var flagged = 0;
        var cases = File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Engines", "Sources", "csv-tokens.tsv"))
            .Where(l => !l.StartsWith("# ", StringComparison.Ordinal)).Select(l => l.Split('\t')).ToList();
        foreach (var f in cases)
        {
            var isWhole = f[0] == "M";
            var syntax = new CsvSyntax(
                [.. Encoding.UTF8.GetBytes(f[1])], (byte)'"', (byte)f[2][0], f[4] == "-" ? (byte)0 : (byte)f[4][0], f[3][0] == '1', f[3][1] == '1', isWhole, null);
            var actual = Split(syntax, Encoding.UTF8.GetBytes(Unescape(f[5])), isWhole, out var isFlagged);
            flagged += isFlagged ? 1 : 0;

            // Whether nothing written means null or empty is told apart by two options that by default are the same.
            if (!isFlagged && Plain(actual) != Plain(f[6]))
            {
                differences.Add($"{string.Join('\t', f[..6])}\n   expected {f[6]}\n   found    {actual}");
            }
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases.Count} texts, {flagged} refused"));
        Assert.That(differences, Is.Empty, string.Join('\n', differences.Take(20)));
        Assert.That(flagged, Is.LessThan(cases.Count / 10));
    }

    private static string Plain(string records) => records.Replace("<empty>", "<null>", StringComparison.Ordinal);

    private static string Split(CsvSyntax syntax, byte[] data, bool isWhole, out bool isFlagged)
    {
        var text = new StringBuilder();
        isFlagged = false;
        if (isWhole)
        {
            Split(syntax, data, LineEndsOf(data), text, ref isFlagged);
            return text.ToString();
        }

        for (var at = 0; at < data.Length;)
        {
            var end = at;
            while (end < data.Length && data[end] is not ((byte)'\n' or (byte)'\r'))
            {
                end++;
            }

            if (data[at..end].Any(b => b > ' '))
            {
                Split(syntax, data[at..end], LineEnds.Feed, text, ref isFlagged);
            }

            at = end + (end + 1 < data.Length && data[end] == '\r' && data[end + 1] == '\n' ? 2 : 1);
        }

        return text.ToString();
    }

    private static void Split(CsvSyntax syntax, byte[] data, LineEnds ends, StringBuilder text, ref bool isFlagged)
    {
        var rows = new CsvRows();
        rows.Clear([.. Enumerable.Range(0, 40)]);
        var tokenizer = new CsvTokenizer(syntax, rows) { LineEnds = ends };
        for (var at = 0; at < data.Length;)
        {
            at = tokenizer.Read(data, at, isLast: true);
            isFlagged |= tokenizer.HasMixedLineEnds || tokenizer.HasStrayQuote;
        }

        for (var row = 0; row < rows.Count; row++)
        {
            text.AppendJoin('|', Enumerable.Range(0, rows.Values(row)).Select(c => rows[row, c] switch
            {
                { Length: < 0 } => "<null>",
                { Length: 0 } => "<empty>",
                var field => Escape(Encoding.UTF8.GetString(rows.Bytes(data, field))),
            })).Append('¶');
        }
    }

    private static LineEnds LineEndsOf(byte[] data)
    {
        var first = Array.FindIndex(data, b => b is (byte)'\n' or (byte)'\r');
        return first < 0 || data[first] == '\n' ? LineEnds.Feed : first + 1 < data.Length && data[first + 1] == '\n' ? LineEnds.ReturnFeed : LineEnds.Return;
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        }

        return plain.ToString();
    }
}
