using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Tests.Reference;

/// <summary>A handful of rows written as CSV, and what the reference makes of them.</summary>
internal sealed class ClaimsCsv
{
    private readonly Dictionary<string, List<string>> _files = new()
    {
        ["TREATMENT"] = ["ID,PROGRAM_ID,STATUS,TYPE,DATE_CREATED"],
        ["CLAIM"] = ["ID,TREATMENT_ID,PROGRAM_ID,TYPE,STATUS,AMOUNT,DATE_CREATED"],
        ["INVOICE"] = ["ID,TREATMENT_ID,STATUS,DATE_CREATED"],
        ["INVOICE_ITEM"] = ["ID,INVOICE_ID,PRODUCT_ID,STATUS,AMOUNT,DATE_CREATED"],
    };

    public ClaimsCsv Treatments(params string[] rows) => Add("TREATMENT", rows);

    public ClaimsCsv Claims(params string[] rows) => Add("CLAIM", rows);

    public ClaimsCsv Invoices(params string[] rows) => Add("INVOICE", rows);

    public ClaimsCsv Items(params string[] rows) => Add("INVOICE_ITEM", rows);

    public async Task<IReadOnlyDictionary<string, TextTable>> ReferenceAsync()
    {
        string folder = Directory.CreateTempSubdirectory("sparketl-claims-").FullName;
        try
        {
            foreach ((string table, List<string> lines) in _files)
                await File.WriteAllTextAsync(Path.Combine(folder, $"{table}.csv"), string.Concat(lines.Select(line => $"{line}\n")));
            return await ClaimsReference.RunAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The rows of one table that the reference gives, as CSV lines without the header.</summary>
    public async Task<IReadOnlyList<string>> ReferenceAsync(string table) =>
        (await ReferenceAsync())[table].ToCsv().Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];

    private ClaimsCsv Add(string table, string[] rows)
    {
        _files[table].AddRange(rows);
        return this;
    }
}
