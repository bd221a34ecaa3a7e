namespace SparkEtl.Driver.Environments.MySql;

/// <summary>A table as MySQL describes it.</summary>
/// <param name="Name">Its name, in the case it has.</param>
/// <param name="Columns">The names of its columns and their types, in MySQL's words.</param>
internal sealed record MySqlTable(string Name, IReadOnlyList<(string Name, string Type)> Columns)
{
    private const string Key = "ID";

    private static readonly string[] WholeNumbers = ["tinyint", "smallint", "mediumint", "int", "bigint"];

    /// <summary>The column by whose ranges the table can be read in parts; null when it has none.</summary>
    public string? PartitionColumn => Columns
        .Where(c => c.Name.Equals(Key, StringComparison.OrdinalIgnoreCase) && IsWholeNumber(c.Type)).Select(c => c.Name).FirstOrDefault();

    /// <summary>A name as MySQL's SQL writes it.</summary>
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    // tinyint(1) is a boolean for the drivers.
    private static bool IsWholeNumber(string type) =>
        !type.StartsWith("tinyint(1)", StringComparison.Ordinal) && WholeNumbers.Contains(type.Split('(', ' ')[0]);
}
