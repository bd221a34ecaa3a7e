using System.Globalization;

namespace SparkEtl.DuckDb.Tests;

/// <summary>Values of every type: the type, the value as an object, and the value as DuckDB writes it in SQL.</summary>
internal static class SomeValues
{
    private static readonly DuckDbType Point = DuckDbType.Struct(new DuckDbField("x", DuckDbType.Integer), new DuckDbField("Y z", DuckDbType.Varchar));

    internal static IEnumerable<TestCaseData> All() => Values().Select(v => new TestCaseData(v.Type, v.Value, v.Sql).SetArgDisplayNames(v.Sql));

    private static IEnumerable<(DuckDbType Type, object Value, string Sql)> Values() =>
        [.. Numbers(), .. Decimals(), .. Texts(), .. Times(), .. Nested()];

    private static IEnumerable<(DuckDbType Type, object Value, string Sql)> Numbers() =>
    [
        (DuckDbType.Boolean, true, "true"),
        (DuckDbType.Boolean, false, "false"),
        (DuckDbType.TinyInt, sbyte.MinValue, "(-128)::TINYINT"),
        (DuckDbType.SmallInt, short.MinValue, "(-32768)::SMALLINT"),
        (DuckDbType.Integer, int.MinValue, "(-2147483648)::INTEGER"),
        (DuckDbType.BigInt, long.MinValue, "(-9223372036854775808)::BIGINT"),
        (DuckDbType.BigInt, long.MaxValue, "9223372036854775807::BIGINT"),
        (DuckDbType.HugeInt, Int128.MinValue, "'-170141183460469231731687303715884105728'::HUGEINT"),
        (DuckDbType.HugeInt, Int128.MaxValue, "'170141183460469231731687303715884105727'::HUGEINT"),
        (DuckDbType.HugeInt, (Int128)(-1), "(-1)::HUGEINT"),
        (DuckDbType.UTinyInt, byte.MaxValue, "255::UTINYINT"),
        (DuckDbType.USmallInt, ushort.MaxValue, "65535::USMALLINT"),
        (DuckDbType.UInteger, uint.MaxValue, "4294967295::UINTEGER"),
        (DuckDbType.UBigInt, ulong.MaxValue, "18446744073709551615::UBIGINT"),
        (DuckDbType.UHugeInt, UInt128.MaxValue, "'340282366920938463463374607431768211455'::UHUGEINT"),
        (DuckDbType.Float, -1.5f, "(-1.5)::FLOAT"),
        (DuckDbType.Float, float.NaN, "'nan'::FLOAT"),
        (DuckDbType.Double, 0.1, "0.1::DOUBLE"),
        (DuckDbType.Double, double.PositiveInfinity, "'inf'::DOUBLE"),
        (DuckDbType.Double, double.NaN, "'nan'::DOUBLE"),
    ];

    private static IEnumerable<(DuckDbType Type, object Value, string Sql)> Decimals() =>
    [
        Decimal(4, 1, "-999.9"),
        Decimal(4, 4, "0.0001"),
        Decimal(9, 2, "1234567.89"),
        Decimal(9, 9, "-0.000000001"),
        Decimal(18, 2, "-1234567890123456.78"),
        Decimal(18, 0, "999999999999999999"),
        Decimal(19, 2, "12345678901234567.89"),
        Decimal(38, 10, "-1234567890123456789012345678.9012345678"),
        Decimal(38, 0, "99999999999999999999999999999999999999"),
        Decimal(38, 38, "-0.99999999999999999999999999999999999999"),
    ];

    private static (DuckDbType Type, object Value, string Sql) Decimal(int width, int scale, string text)
    {
        var digits = Int128.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return (DuckDbType.Decimal(width, scale), new DuckDbDecimal(digits, scale), $"'{text}'::DECIMAL({width},{scale})");
    }

    private static IEnumerable<(DuckDbType Type, object Value, string Sql)> Texts() =>
    [
        (DuckDbType.Varchar, "", "''"),
        (DuckDbType.Varchar, "twelve bytes", "'twelve bytes'"),
        (DuckDbType.Varchar, "thirteen byte", "'thirteen byte'"),
        (DuckDbType.Varchar, Some.LongText, $"'{Some.LongText}'"),
        (DuckDbType.Varchar, "ß 漢 😀 e\u0301", "'ß 漢 😀 e\u0301'"),
        (DuckDbType.Varchar, "a\0b", "'a' || chr(0) || 'b'"),
        (DuckDbType.Varchar, new string('é', 5000), "repeat('é', 5000)"),
        (DuckDbType.Blob, Array.Empty<byte>(), "''::BLOB"),
        (DuckDbType.Blob, new byte[] { 0, 255, 10 }, @"'\x00\xFF\x0A'::BLOB"),
        (DuckDbType.Blob, Enumerable.Repeat((byte)200, 100).ToArray(), @"repeat('\xC8'::BLOB, 100)"),
        (DuckDbType.Uuid, new Guid("00112233-4455-6677-8899-aabbccddeeff"), "'00112233-4455-6677-8899-aabbccddeeff'::UUID"),
        (DuckDbType.Uuid, new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"), "'ffffffff-ffff-ffff-ffff-ffffffffffff'::UUID"),
        (DuckDbType.Enum("sad", "it's", "happy"), "it's", "'it''s'::ENUM('sad', 'it''s', 'happy')"),
        (DuckDbType.Enum([.. Enumerable.Range(0, 300).Select(i => $"e{i}")]), "e299", $"'e299'::ENUM({string.Join(", ", Enumerable.Range(0, 300).Select(i => $"'e{i}'"))})"),
    ];

    private static IEnumerable<(DuckDbType Type, object Value, string Sql)> Times() =>
    [
        (DuckDbType.Date, new DuckDbDate(0), "DATE '1970-01-01'"),
        (DuckDbType.Date, new DuckDbDate(-719162), "DATE '0001-01-01'"),
        (DuckDbType.Date, new DuckDbDate(2932896), "DATE '9999-12-31'"),
        (DuckDbType.Time, new DuckDbTime(86_399_999_999), "TIME '23:59:59.999999'"),
        (DuckDbType.Timestamp, new DuckDbTimestamp(-1), "TIMESTAMP '1969-12-31 23:59:59.999999'"),
        (DuckDbType.Timestamp, new DuckDbTimestamp(1_600_000_000_123_456), "TIMESTAMP '2020-09-13 12:26:40.123456'"),
        (DuckDbType.TimestampTz, new DuckDbTimestamp(1_600_000_000_123_456), "TIMESTAMPTZ '2020-09-13 14:26:40.123456+02'"),
        (DuckDbType.Plain(DuckDbTypeKind.TimestampSeconds), new DuckDbTimestamp(-1_000_000), "'1969-12-31 23:59:59'::TIMESTAMP_S"),
        (DuckDbType.Plain(DuckDbTypeKind.TimestampMillis), new DuckDbTimestamp(1_000), "'1970-01-01 00:00:00.001'::TIMESTAMP_MS"),
        (DuckDbType.Interval, new DuckDbInterval(-13, 5, -1), "INTERVAL '-13 months 5 days -1 microseconds'"),
    ];

    private static IEnumerable<(DuckDbType Type, object Value, string Sql)> Nested() =>
    [
        (DuckDbType.List(DuckDbType.Integer), Array.Empty<object?>(), "[]::INTEGER[]"),
        (DuckDbType.List(DuckDbType.Integer), new object?[] { 1, null, 3 }, "[1, NULL, 3]"),
        (DuckDbType.List(DuckDbType.Varchar), new object?[] { "", null, Some.LongText }, $"['', NULL, '{Some.LongText}']"),
        (DuckDbType.List(DuckDbType.Decimal(38, 2)), new object?[] { new DuckDbDecimal(-5, 2), null }, "['-0.05'::DECIMAL(38,2), NULL]"),
        (DuckDbType.List(DuckDbType.List(DuckDbType.Varchar)), new object?[] { Array.Empty<object?>(), null, new object?[] { "a", null } }, "[[], NULL, ['a', NULL]]::VARCHAR[][]"),
        (DuckDbType.List(DuckDbType.BigInt), Enumerable.Range(0, 5000).Select(i => i % 7 == 0 ? null : (object?)(long)i).ToArray(), "list_transform(range(5000), i -> CASE WHEN i % 7 <> 0 THEN i END)"),
        (DuckDbType.Array(DuckDbType.Integer, 3), new object?[] { 1, null, 3 }, "[1, NULL, 3]::INTEGER[3]"),
        (Point, new object?[] { 1, Some.LongText }, $"{{'x': 1, 'Y z': '{Some.LongText}'}}"),
        (Point, new object?[] { null, null }, "{'x': NULL::INTEGER, 'Y z': NULL::VARCHAR}"),
        (DuckDbType.List(Point), new object?[] { new object?[] { 1, "a" }, null, new object?[] { null, "" } }, "[{'x': 1, 'Y z': 'a'}, NULL, {'x': NULL, 'Y z': ''}]"),
        (DuckDbType.Struct(new DuckDbField("p", Point), new DuckDbField("l", DuckDbType.List(Point))), new object?[] { null, new object?[] { new object?[] { 2, "b" } } }, "{'p': NULL::STRUCT(x INTEGER, \"Y z\" VARCHAR), 'l': [{'x': 2, 'Y z': 'b'}]}"),
        (DuckDbType.Map(DuckDbType.Varchar, DuckDbType.Integer), new KeyValuePair<object, object?>[] { new("b", 1), new(Some.LongText, null) }, $"MAP {{'b': 1, '{Some.LongText}': NULL}}"),
        (DuckDbType.Map(DuckDbType.Integer, DuckDbType.List(DuckDbType.Varchar)), new KeyValuePair<object, object?>[] { new(7, new object?[] { "x", null }) }, "MAP {7: ['x', NULL]}"),
        (DuckDbType.Map(DuckDbType.Integer, DuckDbType.Integer), Array.Empty<KeyValuePair<object, object?>>(), "MAP {}::MAP(INTEGER, INTEGER)"),
        (DuckDbType.List(DuckDbType.Map(DuckDbType.Varchar, Point)), new object?[] { new KeyValuePair<object, object?>[] { new("k", new object?[] { 1, "v" }), new("n", null) }, null }, "[MAP {'k': {'x': 1, 'Y z': 'v'}, 'n': NULL}, NULL]"),
    ];
}
