using SparkEtl.Processing.Claims.Preprocessing;
using static SparkEtl.Processing.Claims.ClaimsTables;

namespace SparkEtl.Processing.Claims;

/// <summary>The three results, from cleaned tables. A null status is a group of its own everywhere.</summary>
internal static class Aggregation
{
    private const string Status = "status";

    /// <summary>The columns of a cleaned table that the results need.</summary>
    public static IEnumerable<string> Columns(string table) => table switch
    {
        Claim => ["TREATMENT_ID", "STATUS", "AMOUNT"],
        Invoice => [Id, "TREATMENT_ID", "STATUS", DateCreated],
        InvoiceItem => ["INVOICE_ID", "AMOUNT"],
        _ => [],
    };

    /// <summary>Per status of claims their number and what is to be said of their amounts; an amount that is null is only counted.</summary>
    public static DataFrame ClaimAgg(PreProcessing cleaned) => cleaned.Cleaned(Claim, "STATUS", "AMOUNT")
        .GroupBy(Col("STATUS").As(Status))
        .Agg(
            Count(Lit(1)).As("total_claims"),
            Sum("AMOUNT").As("total_amount"),
            Avg("AMOUNT").As("avg_amount"),
            Max("AMOUNT").As("max_amount"),
            Min("AMOUNT").As("min_amount"));

    /// <summary>Per status of invoices their number and the latest date.</summary>
    public static DataFrame InvoiceAgg(PreProcessing cleaned) => cleaned.Cleaned(Invoice, "STATUS", DateCreated)
        .GroupBy(Col("STATUS").As(Status))
        .Agg(Count(Lit(1)).As("total_invoices"), Max(DateCreated).As("latest_date_created"));

    /// <summary>
    /// Per status of claims the invoices whose treatment has a claim of that status, each ID once a status, and the amounts of their
    /// items, each item once a status. Rows without the key that leads on belong to no status.
    /// </summary>
    /// <param name="cleaned">The cleaned tables.</param>
    /// <param name="claimAgg">The statuses of claims: a status without an invoice has its row too.</param>
    public static DataFrame InvoiceByClaimStatus(PreProcessing cleaned, DataFrame claimAgg)
    {
        DataFrame treatments = cleaned.Cleaned(Claim, "STATUS", "TREATMENT_ID").Filter(Col("TREATMENT_ID").IsNotNull()).Distinct();
        DataFrame invoices = cleaned.Cleaned(Invoice, Id, "TREATMENT_ID")
            .Filter(Col(Id).IsNotNull())
            .Select(Col(Id).As("invoice"), Col("TREATMENT_ID").As("treatment"));
        // An ID may stand in several rows, of one treatment or of several: each pair once, so that each item meets a status once.
        DataFrame pairs = treatments.Join(invoices, Col("TREATMENT_ID") == Col("treatment")).Select("STATUS", "invoice").Distinct().Persist();
        DataFrame counts = pairs.GroupBy(Col("STATUS").As("counted")).Agg(Count(Lit(1)).As("total_invoices"));
        DataFrame amounts = pairs
            .Join(cleaned.Cleaned(InvoiceItem, "INVOICE_ID", "AMOUNT"), Col("invoice") == Col("INVOICE_ID"))
            .GroupBy(Col("STATUS").As("summed"))
            .Agg(Sum("AMOUNT").As("total_invoice_amount"));
        return claimAgg.Select(Status)
            .Join(counts, Col(Status).EqNullSafe(Col("counted")), "left_outer")
            .Join(amounts, Col(Status).EqNullSafe(Col("summed")), "left_outer")
            .Select(Col(Status), Coalesce(Col("total_invoices"), Lit(0L)).As("total_invoices"), Col("total_invoice_amount"));
    }
}
