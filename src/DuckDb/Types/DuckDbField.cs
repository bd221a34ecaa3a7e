namespace SparkEtl.DuckDb;

/// <summary>A field of a struct.</summary>
/// <param name="Name">Its name as written; DuckDB compares names without regard to case.</param>
/// <param name="Type">Its type.</param>
public sealed record DuckDbField(string Name, DuckDbType Type);
