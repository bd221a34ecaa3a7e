using SparkEtl.Processing.Pipelines.Sources;

namespace SparkEtl.Processing.Claims;

/// <summary>The tables that the claims job reads, and the columns that it reads of them.</summary>
internal static class ClaimsTables
{
    public const string Treatment = "TREATMENT";
    public const string Claim = "CLAIM";
    public const string Invoice = "INVOICE";
    public const string InvoiceItem = "INVOICE_ITEM";

    /// <summary>The column that every table has.</summary>
    public const string Id = "ID";

    /// <summary>The column that cleaning adds to TREATMENT: a copy of <see cref="DateCreated"/>.</summary>
    public const string DateTreatment = "DATE_TREATMENT";
    public const string DateCreated = "DATE_CREATED";

    private const string Identifier = "bigint";
    private const string Text = "string";
    private const string Money = "decimal(18,2)";
    private const string Time = "timestamp";

    private static readonly Dictionary<string, SourceColumn[]> All = new(StringComparer.Ordinal)
    {
        [Treatment] = [new(Id, Identifier), new("PROGRAM_ID", Identifier), new("STATUS", Text), new("TYPE", Text), new(DateCreated, Time)],
        [Claim] =
        [
            new(Id, Identifier), new("TREATMENT_ID", Identifier), new("PROGRAM_ID", Identifier), new("TYPE", Text), new("STATUS", Text),
            new("AMOUNT", Money), new(DateCreated, Time),
        ],
        [Invoice] = [new(Id, Identifier), new("TREATMENT_ID", Identifier), new("STATUS", Text), new(DateCreated, Time)],
        [InvoiceItem] =
        [
            new(Id, Identifier), new("INVOICE_ID", Identifier), new("PRODUCT_ID", Identifier), new("STATUS", Text), new("AMOUNT", Money),
            new(DateCreated, Time),
        ],
    };

    /// <summary>The tables, in the order in which they are reported.</summary>
    public static IReadOnlyList<string> Names { get; } = [Treatment, Claim, Invoice, InvoiceItem];

    /// <summary>The columns that are read of a table.</summary>
    public static IReadOnlyList<SourceColumn> Columns(string table) => All[table];

    /// <summary>The type of a column that is read.</summary>
    public static string TypeOf(string table, string column) => All[table].Single(c => c.Name == column).Type;

    /// <summary>The columns of the cleaned table.</summary>
    public static IReadOnlyList<string> Cleaned(string table) =>
        [.. All[table].Select(c => c.Name), .. table == Treatment ? (string[])[DateTreatment] : []];
}
