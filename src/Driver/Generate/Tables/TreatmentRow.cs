namespace SparkEtl.Driver.Generate.Tables;

/// <summary>A row of TREATMENT.</summary>
internal readonly record struct TreatmentRow(long? Id, long? ProgramId, string? Status, string? Type, long? DateCreated);
