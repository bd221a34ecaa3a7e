namespace SparkEtl.Driver.Generate.Tables;

/// <summary>A row of INVOICE.</summary>
internal readonly record struct InvoiceRow(long? Id, long? TreatmentId, string? Status, long? DateCreated);
