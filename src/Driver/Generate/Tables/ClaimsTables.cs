namespace SparkEtl.Driver.Generate.Tables;

/// <summary>The four tables of one seed.</summary>
internal static class ClaimsTables
{
    /// <summary>TREATMENT, CLAIM, INVOICE, INVOICE_ITEM.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="claims">Number of claims.</param>
    public static IReadOnlyList<GeneratedTable> Create(long seed, long claims)
    {
        var treatments = new TreatmentTable(seed, claims);
        var invoices = new InvoiceTable(seed, claims, treatments);
        return [treatments, new ClaimTable(seed, claims, treatments), invoices, new ItemTable(seed, claims, invoices)];
    }
}
