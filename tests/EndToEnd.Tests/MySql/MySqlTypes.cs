namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>Every type of MySQL that has a meaning here, those of docs/mysql.md: what each engine has to make of it, whatever driver it reads by.</summary>
internal static class MySqlTypes
{
    // A type, a value in MySQL's SQL, the type it has in Spark, the value as CSV.
    private static readonly (string Type, string Value, string Expected, string Csv)[] s_columns =
    [
        ("TINYINT", "-5", "tinyint", "-5"),
        ("TINYINT(1)", "1", "boolean", "true"),
        ("TINYINT UNSIGNED", "255", "smallint", "255"),
        ("SMALLINT UNSIGNED", "65535", "int", "65535"),
        ("MEDIUMINT", "-8388608", "int", "-8388608"),
        ("INT UNSIGNED", "4294967295", "bigint", "4294967295"),
        ("BIGINT", "-9223372036854775808", "bigint", "-9223372036854775808"),
        ("BIGINT UNSIGNED", "18446744073709551615", "decimal(20,0)", "18446744073709551615"),
        ("YEAR", "2024", "int", "2024"),
        ("BIT(1)", "b'1'", "boolean", "true"),
        ("BIT(8)", "b'10100101'", "bigint", "165"),
        ("JSON", "'{\"a\":1}'", "string", "\"{\"\"a\"\":1}\""),
        ("ENUM('x','long')", "'x'", "string", "x"),
        ("SET('p','q')", "'p,q'", "string", "\"p,q\""),
        ("CHAR(5)", "'ab'", "string", "ab"),
        ("CHAR(36)", "'0f8fad5b-d9cb-469f-a165-70867728950e'", "string", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        ("VARCHAR(20)", "'PAID '", "string", "PAID "),
        ("TEXT", "'Text '", "string", "Text "),
        ("TEXT CHARACTER SET latin1", "'é NULL'", "string", "é NULL"),
        ("BLOB", "X'00FF'", "binary", "00ff"),
        ("VARBINARY(4)", "X'01'", "binary", "01"),
        ("DATE", "'2024-02-29'", "date", "2024-02-29"),
        ("DATE", "'0000-00-00'", "date", string.Empty),
        ("DATETIME", "'2024-03-31 02:30:00'", "timestamp", "2024-03-31 02:30:00"),
        ("DATETIME(6)", "'2024-02-29 23:59:59.123456'", "timestamp", "2024-02-29 23:59:59.123456"),
        ("DATETIME(6)", "'9999-12-31 23:59:59.123456'", "timestamp", "9999-12-31 23:59:59.123456"),
        ("DATETIME", "'0000-00-00 00:00:00'", "timestamp", string.Empty),

        // Stored at two hours east of UTC: the instant counts.
        ("TIMESTAMP NULL", "'2024-02-29 12:00:00'", "timestamp", "2024-02-29 10:00:00"),
        ("TIME(6)", "'13:14:15.000001'", "timestamp", "1970-01-01 13:14:15.000001"),
        ("TIME", "'-838:59:59'", "timestamp", "1969-11-27 01:00:01"),
        ("DECIMAL(18,2)", "12.34", "decimal(18,2)", "12.34"),
        ("DECIMAL(38,0)", "-99999999999999999999999999999999999999", "decimal(38,0)", "-99999999999999999999999999999999999999"),
        ("DECIMAL(40,2)", "123.45", "decimal(38,2)", "123.45"),
        ("FLOAT", "1.5", "float", "1.5"),

        // More digits than MySQL itself writes of a float.
        ("FLOAT", "16777216.0", "float", "1.6777216E7"),
        ("DOUBLE", "0.1", "double", "0.1"),
        ("DOUBLE", "0.30000000000000004", "double", "0.30000000000000004"),
        ("BIGINT", "NULL", "bigint", string.Empty),
    ];

    /// <summary>Creates and fills the table <c>kinds</c>: a column of each, one row.</summary>
    public static string Table { get; } = $"""
        SET sql_mode=''; SET time_zone='+02:00';
        CREATE TABLE kinds ({string.Join(", ", s_columns.Select((c, i) => $"c{i} {c.Type}"))});
        INSERT INTO kinds VALUES ({string.Join(", ", s_columns.Select(c => c.Value))});
        """;

    /// <summary>Asks for the types in Spark's SQL; one text.</summary>
    public static string AskTypes { get; } = $"SELECT concat_ws(' ', {string.Join(", ", s_columns.Select((_, i) => $"typeof(c{i})"))}) FROM kinds";

    /// <summary>What <see cref="AskTypes"/> has to give.</summary>
    public static string Types { get; } = string.Join(' ', s_columns.Select(c => c.Expected));

    /// <summary>The row as CSV.</summary>
    public static string Values { get; } = string.Join(',', s_columns.Select(c => c.Csv));
}
