using SparkEtl.EndToEnd.Tests;
using SparkEtl.EndToEnd.Tests.Servers;

namespace SparkEtl.EndToEnd.Spark.Tests.MySql;

/// <summary>Every type of MySQL that has a meaning in Spark comes as the same type and value on both Sparks, by both drivers.</summary>
[TestFixture("3.5.9", "mysql-connector-j-*.jar")]
[TestFixture("3.5.9", "mariadb-java-client-*.jar")]
[TestFixture("4.3.0", "mysql-connector-j-*.jar")]
[TestFixture("4.3.0", "mariadb-java-client-*.jar")]
[Category("Spark")]
internal sealed class MySqlTypesTests(string version, string driver)
{
    // Column, its type, a value in MySQL's SQL, its type in Spark, the value as CSV.
    private static readonly (string Type, string Value, string Expected, string Csv)[] Types =
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
        ("VARCHAR(20)", "'PAID '", "string", "PAID "),
        ("TEXT", "'Text '", "string", "Text "),
        ("BLOB", "X'00FF'", "binary", "00ff"),
        ("VARBINARY(4)", "X'01'", "binary", "01"),
        ("DATE", "'2024-02-29'", "date", "2024-02-29"),
        ("DATE", "'0000-00-00'", "date", string.Empty),
        ("DATETIME", "'2024-03-31 02:30:00'", "timestamp", "2024-03-31 02:30:00"),
        ("DATETIME(6)", "'2024-02-29 23:59:59.123456'", "timestamp", "2024-02-29 23:59:59.123456"),
        ("DATETIME", "'0000-00-00 00:00:00'", "timestamp", string.Empty),

        // Stored at two hours east of UTC: the instant counts.
        ("TIMESTAMP NULL", "'2024-02-29 12:00:00'", "timestamp", "2024-02-29 10:00:00"),
        ("DECIMAL(18,2)", "12.34", "decimal(18,2)", "12.34"),
        ("DECIMAL(40,2)", "123.45", "decimal(38,2)", "123.45"),
        ("FLOAT", "1.5", "float", "1.5"),
        ("DOUBLE", "0.1", "double", "0.1"),
        ("BIGINT", "NULL", "bigint", string.Empty),
    ];

    [Test]
    public async Task Types_and_values_are_as_expected()
    {
        var server = await SharedServers.MariaDbAsync();
        var database = await server.CreateDatabaseAsync();
        var columns = Types.Select((t, i) => (Name: $"c{i}", t.Type, t.Value, t.Expected, t.Csv)).ToArray();
        await server.ExecuteAsync(database, $"""
            SET sql_mode=''; SET time_zone='+02:00';
            CREATE TABLE kinds ({string.Join(", ", columns.Select(c => $"{c.Name} {c.Type}"))});
            INSERT INTO kinds VALUES ({string.Join(", ", columns.Select(c => c.Value))});
            """);
        try
        {
            using var project = new MySqlProject(version, server.Port, database, server.Password);
            project.UseOnly(driver);
            var types = await project.Query($"SELECT concat_ws(' ', {string.Join(", ", columns.Select(c => $"typeof({c.Name})"))}) FROM kinds");
            var values = await project.Query("SELECT * FROM kinds");
            using (Assert.EnterMultipleScope())
            {
                Assert.That(types.Select(t => t.Trim('"')), Is.EqualTo(new[] { string.Join(' ', columns.Select(c => c.Expected)) }));
                Assert.That(values, Is.EqualTo(new[] { string.Join(',', columns.Select(c => c.Csv)) }));
            }
        }
        finally
        {
            await server.DropDatabaseAsync(database);
        }
    }
}
