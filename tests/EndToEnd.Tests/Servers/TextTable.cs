using System.Text;
using SparkEtl.Driver.Generate.Output;

namespace SparkEtl.EndToEnd.Tests.Servers;

/// <summary>Rows as text: what a server gave, or what it should give.</summary>
/// <param name="Columns">Column names.</param>
/// <param name="Types">The server's names of their types.</param>
/// <param name="Rows">Values as the server writes them: 12.50, 2024-02-29 23:59:59; null is null.</param>
internal sealed record TextTable(IReadOnlyList<string> Columns, IReadOnlyList<string> Types, IReadOnlyList<string?[]> Rows)
{
    /// <summary>The same rows in the one order that depends on nothing but their values.</summary>
    public TextTable Sorted() => this with { Rows = [.. Rows.Order(Comparer<string?[]>.Create(Compare))] };

    /// <summary>As a CSV file: header, a null is an empty field.</summary>
    public string ToCsv()
    {
        var csv = new CsvText();
        foreach (IEnumerable<string?> record in Rows.Prepend([.. Columns]))
        {
            foreach (string? value in record)
                csv.Text(value);
            csv.EndRow();
        }
        return Encoding.UTF8.GetString(csv.Written.Span);
    }

    private static int Compare(string?[] left, string?[] right) =>
        left.Zip(right).Select(pair => CompareValues(pair.First, pair.Second)).FirstOrDefault(order => order != 0);

    /// <summary>Shorter whole numbers first, so that files of IDs read well.</summary>
    private static int CompareValues(string? left, string? right) =>
        long.TryParse(left, out long one) && long.TryParse(right, out long other) && one != other
            ? one.CompareTo(other)
            : string.CompareOrdinal(left, right);
}
