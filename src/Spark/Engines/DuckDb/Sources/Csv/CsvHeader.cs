using System.Globalization;

namespace SparkEtl.Spark.Engines.DuckDb.Sources.Csv;

/// <summary>Names of columns in headers.</summary>
internal static class CsvHeader
{
    /// <summary>The names of columns without a header.</summary>
    public static string[] Numbered(int count) => [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"_c{i}"))];

    /// <summary>The names a header gives: one that is empty becomes a number, ones that are equal but for their case get their position behind.</summary>
    public static string[] Names(IReadOnlyList<string?> header)
    {
        var repeated = header.OfType<string>().GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. header.Select((n, i) => string.IsNullOrEmpty(n) ? Invariant($"_c{i}") : repeated.Contains(n) ? Invariant($"{n}{i}") : n)];
    }

    /// <summary>The position of a column in a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="name">The column, as the header writes it or as <see cref="Names"/> gives it.</param>
    public static int Find(string path, IReadOnlyList<string?> header, string name)
    {
        var found = Enumerable.Range(0, header.Count).Where(i => name.Equals(header[i], StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 1)
        {
            return found[0];
        }

        var names = Names(header);
        if (found.Count > 1)
        {
            throw CsvErrors.RepeatedColumn(path, names, name);
        }

        return Array.FindIndex(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var position
            ? position
            : throw CsvErrors.MissingColumn(path, names, name);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
