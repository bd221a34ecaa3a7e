using System.Globalization;

namespace SparkEtl.Driver.Tests.Generate;

/// <summary>The four tables of a folder of generated CSV files, with the look-ups that questions about them need.</summary>
internal sealed class ClaimsFolder
{
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string?>>> _tables = [];

    public ClaimsFolder(string path)
    {
        foreach (string table in (string[])["TREATMENT", "CLAIM", "INVOICE", "INVOICE_ITEM"])
            _tables[table] = CsvRows.Read(Path.Combine(path, $"{table}.csv"));
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> this[string table] => _tables[table];

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Treatments => this["TREATMENT"];

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Claims => this["CLAIM"];

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Invoices => this["INVOICE"];

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Items => this["INVOICE_ITEM"];

    /// <summary>The claims of a treatment, in no order.</summary>
    public IEnumerable<IReadOnlyDictionary<string, string?>> ClaimsOf(IReadOnlyDictionary<string, string?> treatment) =>
        treatment["ID"] is { } id ? Claims.Where(claim => claim["TREATMENT_ID"] == id) : [];

    /// <summary>Whether a table has a row of this ID.</summary>
    public bool Exists(string table, string? id) => this[table].Any(row => row["ID"] == id);

    public static bool IsNegative(string? value) => value is not null && value.StartsWith('-');

    public static decimal? Number(string? value) => value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);

    /// <summary>Rows that share an ID with another row.</summary>
    public static IEnumerable<IReadOnlyList<IReadOnlyDictionary<string, string?>>> OfOneId(
        IEnumerable<IReadOnlyDictionary<string, string?>> rows) =>
        rows.Where(row => row["ID"] is not null).GroupBy(row => row["ID"]).Where(group => group.Count() > 1).Select(group => group.ToList());
}
