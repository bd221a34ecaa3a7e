namespace SparkEtl.Driver.Generate.Tables;

/// <summary>A row of INVOICE_ITEM; the amount in hundredths.</summary>
internal readonly record struct ItemRow(
    long? Id, long? InvoiceId, long? ProductId, string? Status, long? Amount, long? DateCreated);
