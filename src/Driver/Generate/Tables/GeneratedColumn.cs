namespace SparkEtl.Driver.Generate.Tables;

/// <summary>A column of a generated table.</summary>
/// <param name="Name">Its name, upper case.</param>
/// <param name="Kind">Its type.</param>
internal sealed record GeneratedColumn(string Name, ColumnKind Kind);
