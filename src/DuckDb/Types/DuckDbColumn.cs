namespace SparkEtl.DuckDb;

/// <summary>A column of a statement, a result or a table function.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Type">Its type.</param>
public sealed record DuckDbColumn(string Name, DuckDbType Type);
