using System.Text;

namespace SparkEtl.Driver.Tests.Generate;

/// <summary>Reads RFC 4180 text strictly; an empty field without quotes is a null.</summary>
internal static class CsvRows
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string?>> Read(string path)
    {
        List<List<string?>> records = Split(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        List<string?> header = records[0];
        foreach (List<string?> record in records)
            Assert.That(record, Has.Count.EqualTo(header.Count), path);
        return [.. records.Skip(1).Select(record => header.Zip(record).ToDictionary(pair => pair.First!, pair => pair.Second))];
    }

    private static List<List<string?>> Split(string text)
    {
        Assert.That(text, Does.EndWith("\n"));
        var records = new List<List<string?>>();
        var record = new List<string?>();
        int at = 0;
        while (at < text.Length)
        {
            record.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (text[at++] == ',')
                continue;
            records.Add(record);
            record = [];
        }
        return records;
    }

    private static string? Plain(string text, ref int at)
    {
        int start = at;
        at = text.IndexOfAny([',', '\n'], at);
        return at == start ? null : text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        while (true)
        {
            int quote = text.IndexOf('"', at + 1);
            value.Append(text, at + 1, quote - at - 1);
            at = quote + 1;
            if (text[at] != '"')
                return value.ToString();
            value.Append('"');
        }
    }
}
