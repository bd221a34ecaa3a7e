using static SparkEtl.Processing.Claims.ClaimsTables;

namespace SparkEtl.Processing.Claims.Options;

/// <summary>The rules and backfills that the project's config.yaml spells out.</summary>
internal static class ClaimsDefaults
{
    public static IReadOnlyList<RuleOptions> Rules { get; } =
    [
        NotNegative(Treatment, "ID"),
        NotNegative(Treatment, "PROGRAM_ID"),
        NotNegative(Claim, "ID"),
        NotNegative(Claim, "TREATMENT_ID"),
        NotNegative(Claim, "PROGRAM_ID"),
        NotZero(Claim, "AMOUNT"),
        NotNegative(Invoice, "ID"),
        NotNegative(Invoice, "TREATMENT_ID"),
        NotNegative(InvoiceItem, "ID"),
        NotNegative(InvoiceItem, "INVOICE_ID"),
        NotNegative(InvoiceItem, "PRODUCT_ID"),
        NotZero(InvoiceItem, "AMOUNT"),
    ];

    public static IReadOnlyList<BackfillOptions> Backfills { get; } =
    [
        EarliestDate(Claim, "TREATMENT_ID", Treatment),
        EarliestDate(Invoice, "TREATMENT_ID", Treatment),
        EarliestDate(InvoiceItem, "INVOICE_ID", Invoice),
        OfSmallestClaim("PROGRAM_ID") with { Where = "PROGRAM_ID >= 0" },
        OfSmallestClaim("TYPE"),
    ];

    private static RuleOptions NotNegative(string table, string column) => new(table, $"{Name(column)}_not_negative", $"{column} >= 0");

    // A negative amount is a reversal and stays.
    private static RuleOptions NotZero(string table, string column) => new(table, $"{Name(column)}_not_zero", $"{column} <> 0");

    private static BackfillOptions EarliestDate(string table, string key, string from) => new()
    {
        Table = table,
        Column = "DATE_CREATED",
        FromTable = from,
        Key = key,
        FromKey = "ID",
        Which = DonorChoice.Earliest,
    };

    private static BackfillOptions OfSmallestClaim(string column) => new()
    {
        Table = Treatment,
        Column = column,
        FromTable = Claim,
        Key = "ID",
        FromKey = "TREATMENT_ID",
        Which = DonorChoice.SmallestId,
    };

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "Names of rules are written in lower case.")]
    private static string Name(string column) => column.ToLowerInvariant();
}
