using System.Globalization;

namespace SparkEtl.Driver.Environments.MySql;

/// <summary>A table as MySQL describes it.</summary>
/// <param name="Name">Its name, in the case it has.</param>
/// <param name="Columns">The names of its columns and their types, in MySQL's words.</param>
internal sealed record MySqlTable(string Name, IReadOnlyList<(string Name, string Type)> Columns)
{
    private const string Key = "ID";

    private const int LargestPrecision = 38;

    private static readonly string[] WholeNumbers = ["tinyint", "smallint", "mediumint", "int", "bigint"];

    /// <summary>The column by whose ranges the table can be read in parts; null when it has none.</summary>
    public string? PartitionColumn => Columns
        .Where(c => c.Name.Equals(Key, StringComparison.OrdinalIgnoreCase) && IsWholeNumber(c.Type)).Select(c => c.Name).FirstOrDefault();

    /// <summary>A name as MySQL's SQL writes it.</summary>
    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>The columns whose type Spark is told, for its versions differ in them or lose digits; null for none.</summary>
    public string? CustomSchema
    {
        get
        {
            var told = Columns.Select(c => (c.Name, Type: TypeToTell(c.Type))).Where(c => c.Type is not null).Select(c => $"{Quote(c.Name)} {c.Type}").ToArray();
            return told.Length == 0 ? null : string.Join(", ", told);
        }
    }

    /// <summary>Whether a column holds times of day, which may be negative and longer than a day; Spark is told to take them as texts.</summary>
    public bool IsTime(string column) => Columns.Any(c => c.Name == column && c.Type.Split('(', ' ')[0] == "time");

    // tinyint(1) is a boolean for the drivers.
    private static bool IsWholeNumber(string type) =>
        !type.StartsWith("tinyint(1)", StringComparison.Ordinal) && WholeNumbers.Contains(type.Split('(', ' ')[0]);

    private static string? TypeToTell(string type)
    {
        var parts = type.Split('(', ',', ')', ' ');
        return parts switch
        {
            ["bit", not "1", ..] => "BIGINT",
            ["float", ..] => "FLOAT",

            // Spark itself takes a time of day in milliseconds, and one of more than a day not at all.
            ["time", ..] => "STRING",
            ["decimal", var precision, var scale, ..] when int.Parse(precision, CultureInfo.InvariantCulture) > LargestPrecision => $"DECIMAL({LargestPrecision},{scale})",
            _ => null,
        };
    }
}
