using System.Globalization;

namespace SparkEtl.Driver.Environments.MySql.Embedded;

/// <summary>
/// A column on its way from MySQL to the embedded engine: the server writes each value as text, which loses nothing whatever the driver makes
/// of its type, and the engine reads it.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Asked">The expression that MySQL evaluates; a text.</param>
/// <param name="Type">The type, in DuckDB's words.</param>
/// <param name="Read">What reads <c>{0}</c>, the text, in DuckDB's SQL.</param>
internal sealed record LandedColumn(string Name, string Asked, string Type, string Read)
{
    private const int LargestPrecision = 38;
    private const string Cast = "CAST({0} AS {1})";
    private const string Instant = "TIMESTAMPTZ";

    // Of a zero date month or day are 0.
    private const string Dated = "CASE WHEN substr({0}, 6, 2) <> '00' AND substr({0}, 9, 2) <> '00' THEN CAST({0} || '{2}' AS {1}) END";

    /// <summary>The column of a type of MySQL; null for a type that has no meaning here.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The type in MySQL's words, in lower case.</param>
    public static LandedColumn? Of(string name, string type)
    {
        var parts = type.Split('(', ',', ')', ' ');
        var isUnsigned = type.Contains("unsigned", StringComparison.Ordinal);
        var column = MySqlTable.Quote(name);
        var number = $"CAST({column} + 0 AS CHAR)";
        var text = $"CAST({column} AS CHAR)";

        LandedColumn Number(string signed, string unsigned) => Made(number, isUnsigned ? unsigned : signed, Cast);
        LandedColumn Made(string asked, string into, string read, string suffix = "") =>
            new(name, asked, into, string.Format(CultureInfo.InvariantCulture, read, "{0}", into, suffix));

        return parts switch
        {
            ["tinyint", "1", ..] or ["bit", "1", ..] => Made(number, "BOOLEAN", "{0} <> '0'"),
            ["bit", ..] => Made(number, "BIGINT", Cast),
            ["tinyint", ..] => Number("TINYINT", "SMALLINT"),
            ["smallint", ..] => Number("SMALLINT", "INTEGER"),
            ["mediumint", ..] => Number("INTEGER", "INTEGER"),
            ["int", ..] => Number("INTEGER", "BIGINT"),
            ["bigint", ..] => Number("BIGINT", "DECIMAL(20,0)"),
            ["year", ..] => Made(number, "INTEGER", Cast),
            ["decimal", var precision, var scale, ..] => Made(
                text, $"DECIMAL({Math.Min(int.Parse(precision, CultureInfo.InvariantCulture), LargestPrecision).ToString(CultureInfo.InvariantCulture)},{scale})", Cast),

            // MySQL itself writes six digits of a float.
            ["float", ..] => Made($"CAST({column} + 0e0 AS CHAR)", "FLOAT", Cast),
            ["double", ..] => Made(text, "DOUBLE", Cast),
            ["date", ..] => Made(text, "DATE", Dated),
            ["datetime" or "timestamp", ..] => Made(text, Instant, Dated, "+00"),
            ["time", ..] => Made(text, Instant, "CAST(TIMESTAMP '1970-01-01' + CAST({0} AS INTERVAL) AS VARCHAR)::TIMESTAMPTZ"),
            ["char" or "varchar" or "tinytext" or "text" or "mediumtext" or "longtext" or "enum" or "set" or "json", ..] =>
                Made($"CONVERT({column} USING utf8mb4)", "VARCHAR", "{0}"),
            ["uuid" or "inet4" or "inet6", ..] => Made(text, "VARCHAR", "{0}"),
            ["binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob", ..] => Made($"HEX({column})", "BLOB", "unhex({0})"),
            _ => null,
        };
    }

    /// <summary>The expression that reads it from a column of texts.</summary>
    public string ReadFrom(string texts) => Read.Replace("{0}", texts, StringComparison.Ordinal);
}
