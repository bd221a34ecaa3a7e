namespace SparkEtl.Driver.Generate;

/// <summary>One table as written.</summary>
/// <param name="Table">Table name, upper case.</param>
/// <param name="Path">Full path of the file.</param>
/// <param name="Rows">Rows in it.</param>
internal sealed record GeneratedFile(string Table, string Path, long Rows);
