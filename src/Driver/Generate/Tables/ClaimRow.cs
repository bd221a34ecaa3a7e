namespace SparkEtl.Driver.Generate.Tables;

/// <summary>A row of CLAIM; the amount in hundredths.</summary>
internal readonly record struct ClaimRow(
    long? Id, long? TreatmentId, long? ProgramId, string? Type, string? Status, long? Amount, long? DateCreated);
