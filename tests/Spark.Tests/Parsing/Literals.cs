using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Literals
{
    private static readonly TestCaseData[] Numbers =
    [
        new("1", 1, SqlTypes.Integer),
        new("007", 7, SqlTypes.Integer),
        new("2147483647", int.MaxValue, SqlTypes.Integer),
        new("2147483648", 2147483648L, SqlTypes.Long),
        new("-2147483648", int.MinValue, SqlTypes.Integer),
        new("- 2147483648", int.MinValue, SqlTypes.Integer),
        new("-2147483649", -2147483649L, SqlTypes.Long),
        new("9223372036854775807", long.MaxValue, SqlTypes.Long),
        new("-9223372036854775808", long.MinValue, SqlTypes.Long),
        new("9223372036854775808", new DecimalValue((Int128)9223372036854775808, 0), SqlTypes.Decimal(19, 0)),
        new("1L", 1L, SqlTypes.Long),
        new("1l", 1L, SqlTypes.Long),
        new("-9223372036854775808L", long.MinValue, SqlTypes.Long),
        new("1S", (short)1, SqlTypes.Short),
        new("-32768S", short.MinValue, SqlTypes.Short),
        new("1Y", (sbyte)1, SqlTypes.Byte),
        new("-128Y", sbyte.MinValue, SqlTypes.Byte),
        new("1.0", new DecimalValue(10, 1), SqlTypes.Decimal(2, 1)),
        new("-1.5", new DecimalValue(-15, 1), SqlTypes.Decimal(2, 1)),
        new("0.1", new DecimalValue(1, 1), SqlTypes.Decimal(1, 1)),
        new("0.01", new DecimalValue(1, 2), SqlTypes.Decimal(2, 2)),
        new("0.0", new DecimalValue(0, 1), SqlTypes.Decimal(1, 1)),
        new("00.10", new DecimalValue(10, 2), SqlTypes.Decimal(2, 2)),
        new(".5", new DecimalValue(5, 1), SqlTypes.Decimal(1, 1)),
        new("1.", new DecimalValue(1, 0), SqlTypes.Decimal(1, 0)),
        new("12345678901234567890.12", new DecimalValue(((Int128)1_234_567_890_123_456_789 * 1_000) + 12, 2), SqlTypes.Decimal(22, 2)),
        new("1.2BD", new DecimalValue(12, 1), SqlTypes.Decimal(2, 1)),
        new("10BD", new DecimalValue(10, 0), SqlTypes.Decimal(2, 0)),
        new("1e2BD", new DecimalValue(100, 0), SqlTypes.Decimal(3, 0)),
        new("1.50e1BD", new DecimalValue(150, 1), SqlTypes.Decimal(3, 1)),
        new("15e-3BD", new DecimalValue(15, 3), SqlTypes.Decimal(3, 3)),
        new("1e0", 1.0, SqlTypes.Double),
        new("1.5E-2", 0.015, SqlTypes.Double),
        new(".5e1", 5.0, SqlTypes.Double),
        new("34.E2", 3400.0, SqlTypes.Double),
        new("1D", 1.0, SqlTypes.Double),
        new("-0.0D", -0.0, SqlTypes.Double),
        new("1e-400", 0.0, SqlTypes.Double),
        new("1.5F", 1.5f, SqlTypes.Float),
        new("1f", 1f, SqlTypes.Float),
    ];

    private static readonly TestCaseData[] Others =
    [
        new("true", true, SqlTypes.Boolean),
        new("FALSE", false, SqlTypes.Boolean),
        new("null", null, SqlTypes.Null),
        new("X'1F0a'", new byte[] { 0x1F, 0x0A }, SqlTypes.Binary),
        new("x'f'", new byte[] { 0x0F }, SqlTypes.Binary),
        new("X''", Array.Empty<byte>(), SqlTypes.Binary),
        new("date '1970-01-02'", 1, SqlTypes.Date),
        new("DATE'2020-2-3'", 18295, SqlTypes.Date),
        new("date '2020'", 18262, SqlTypes.Date),
        new("date '0000-12-31'", -719163, SqlTypes.Date),
        new("date 'epoch'", 0, SqlTypes.Date),
        new("date '2020-01-02 10:00:00'", 18263, SqlTypes.Date),
        new("timestamp '1970-01-01 00:00:01.5'", 1_500_000L, SqlTypes.Timestamp),
        new("timestamp '1970-01-02'", 86_400_000_000L, SqlTypes.Timestamp),
        new("timestamp '1970-01-01T02:00:00+02:00'", 0L, SqlTypes.Timestamp),
        new("timestamp '1970-07-01 02:00:00 Europe/Athens'", 15_638_400_000_000L, SqlTypes.Timestamp),
        new("timestamp '1969-12-31 23:59:59.123456789'", -876_544L, SqlTypes.Timestamp),
        new("timestamp_ltz '1970-01-01 00:00:00Z'", 0L, SqlTypes.Timestamp),
        new("timestamp_ntz '1970-01-01 00:00:01'", 1_000_000L, SqlTypes.TimestampNtz),
        new("timestamp_ntz '1970-01-01 02:00:00+02:00'", 7_200_000_000L, SqlTypes.TimestampNtz),
    ];

    private static readonly TestCaseData[] Texts =
    [
        new("'a'", "a"),
        new("\"a\"", "a"),
        new("''", ""),
        new(@"'it\'s'", "it's"),
        new("\"it's\"", "it's"),
        new(@"'a\nb\tc\rd\be\0f\Zg'", "a\nb\tc\rd\be\0f\x1ag"),
        new(@"'\\ \"" \a'", "\\ \" a"),
        new(@"'a\%b\_c'", @"a\%b\_c"),
        new(@"'\u0041\U0001F600\101'", "A😀A"),
        new(@"'\u004 \08 \400'", "u004 \08 400"),
        new(@"'\ud83d\ude00'", "😀"),
        new(@"'\ud83dx'", "?x"),
        new(@"r'\d+\n'", @"\d+\n"),
        new("R\"a\\\"", "a\\"),
        new("'a' 'b'", "ab"),
        new("'a' \"b\" r'\\c'", "ab\\c"),
        new("'a'\"b\"", "ab"),
        new("'a\nb'", "a\nb"),
        new("'日本'", "日本"),
        new("'-- no comment /* nor this */'", "-- no comment /* nor this */"),
    ];

    [TestCaseSource(nameof(Numbers))]
    [TestCaseSource(nameof(Others))]
    public void Have_the_value_and_the_type_of_Spark(string text, object? value, DataType type)
    {
        var literal = Parse(text);

        Assert.That(literal.Value, Is.EqualTo(value));
        Assert.That(literal.Value?.GetType(), Is.EqualTo(value?.GetType()));
        Assert.That(literal.Type, Is.EqualTo(type));
    }

    [Test]
    public void A_negative_zero_keeps_its_sign() => Assert.That(double.IsNegative((double)Parse("-0.0D").Value!));

    [TestCaseSource(nameof(Texts))]
    public void Of_text_read_escapes_as_Spark_does(string text, string value)
    {
        var literal = Parse(text);

        Assert.That(literal.Value, Is.EqualTo(value));
        Assert.That(literal.Type, Is.EqualTo(SqlTypes.String));
    }

    [TestCase("'o''neil'")]
    [TestCase("\"a\"\"b\"")]
    [TestCase("''''")]
    [TestCase("date '2020''-01-01'")]
    public void A_doubled_quote_is_refused_with_the_backslash_to_write_instead(string text) =>
        Assert.That(
            () => SparkSqlParser.ParseExpression(text),
            Throws.InstanceOf<RefusedException>().With.Message.Contains("Write \\"));

    [TestCase("9223372036854775808L", "INVALID_NUMERIC_LITERAL_RANGE")]
    [TestCase("32768S", "INVALID_NUMERIC_LITERAL_RANGE")]
    [TestCase("-129Y", "INVALID_NUMERIC_LITERAL_RANGE")]
    [TestCase("99999999999999999999999999L", "INVALID_NUMERIC_LITERAL_RANGE")]
    [TestCase("1e400", "INVALID_NUMERIC_LITERAL_RANGE")]
    [TestCase("1e39F", "INVALID_NUMERIC_LITERAL_RANGE")]
    [TestCase("123456789012345678901234567890123456789", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    [TestCase("0.123456789012345678901234567890123456789", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    [TestCase("1e38BD", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    [TestCase("1e2147483647BD", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    [TestCase("1e-2147483648BD", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    [TestCase("1e99999999999BD", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION")]
    [TestCase("date '2020-02-30'", "INVALID_TYPED_LITERAL")]
    [TestCase("date '20-02-03'", "INVALID_TYPED_LITERAL")]
    [TestCase("timestamp '2020-01-01 25:00:00'", "INVALID_TYPED_LITERAL")]
    [TestCase("timestamp '2020-01-01 10:00:00 Nowhere/City'", "INVALID_TYPED_LITERAL")]
    [TestCase("X'1G'", "INVALID_TYPED_LITERAL")]
    public void That_are_out_of_range_or_malformed_are_errors(string text, string errorClass) =>
        Assert.That(
            () => SparkSqlParser.ParseExpression(text),
            Throws.InstanceOf<AnalysisException>().With.Property(nameof(AnalysisException.ErrorClass)).EqualTo(errorClass));

    [TestCase("date 'today'")]
    [TestCase("timestamp 'now'")]
    [TestCase("time '10:00:00'")]
    public void That_depend_on_the_day_or_the_version_are_refused(string text) =>
        Assert.That(() => SparkSqlParser.ParseExpression(text), Throws.InstanceOf<RefusedException>());

    [TestCase("1a", "1a")]
    [TestCase("1st_place", "1st_place")]
    [TestCase("t.1st", "[t|1st]")]
    [TestCase("1e", "1e")]
    [TestCase("date", "date")]
    [TestCase("x", "x")]
    [TestCase("interval", "interval")]
    [TestCase("interval + 1", "+(interval, 1)")]
    [TestCase("timestamp - date", "-(timestamp, date)")]
    public void A_name_that_looks_like_one_stays_a_name(string text, string expected) =>
        Assert.That(SyntaxPrinter.Print(SparkSqlParser.ParseExpression(text)), Is.EqualTo(expected));

    private static LiteralSyntax Parse(string text) => (LiteralSyntax)SparkSqlParser.ParseExpression(text);
}
