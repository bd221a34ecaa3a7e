using SparkEtl.Spark.Parsing;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Parsing;

internal sealed class Types
{
    [TestCase("int", "int")]
    [TestCase("INTEGER", "int")]
    [TestCase("bigint", "bigint")]
    [TestCase("long", "bigint")]
    [TestCase("byte", "tinyint")]
    [TestCase("short", "smallint")]
    [TestCase("real", "float")]
    [TestCase("double", "double")]
    [TestCase("boolean", "boolean")]
    [TestCase("string", "string")]
    [TestCase("varchar(3)", "string")]
    [TestCase("char(3)", "string")]
    [TestCase("binary", "binary")]
    [TestCase("date", "date")]
    [TestCase("timestamp", "timestamp")]
    [TestCase("timestamp_ltz", "timestamp")]
    [TestCase("timestamp_ntz", "timestamp_ntz")]
    [TestCase("void", "void")]
    [TestCase("decimal", "decimal(10,0)")]
    [TestCase("dec(5)", "decimal(5,0)")]
    [TestCase("numeric( 38 , 18 )", "decimal(38,18)")]
    [TestCase("interval year to month", "interval year to month")]
    [TestCase("interval month", "interval month")]
    [TestCase("interval day to second", "interval day to second")]
    [TestCase("interval hour", "interval hour")]
    [TestCase("array<struct<a:int,b:map<string,decimal(10,2)>>>", "array<struct<a:int,b:map<string,decimal(10,2)>>>")]
    [TestCase("struct<>", "struct<>")]
    [TestCase("struct< >", "struct<>")]
    [TestCase("struct<a int, `b c`: string NOT NULL COMMENT 'x'>", "struct<a:int,b c:string>")]
    [TestCase("map<int, array<array<int>>>", "map<int,array<array<int>>>")]
    public void Are_read_as_Spark_writes_them(string text, string expected) =>
        Assert.That(SparkSqlParser.ParseDataType(text).SimpleString, Is.EqualTo(expected));

    [TestCase("a int, b string NOT NULL COMMENT 'x', c array<int>")]
    [TestCase("a: int, b: string not null, c: array<int>")]
    [TestCase("struct<a: int, b: string not null, c: array<int>>")]
    public void Of_columns_make_a_schema(string text)
    {
        var schema = SparkSqlParser.ParseSchema(text);

        Assert.That(schema.SimpleString, Is.EqualTo("struct<a:int,b:string,c:array<int>>"));
        Assert.That(schema.Fields.Select(f => f.IsNullable), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public void A_column_can_be_named_struct() =>
        Assert.That(SparkSqlParser.ParseSchema("struct int").Fields[0], Is.EqualTo(new StructField("struct", SqlTypes.Integer)));

    [TestCase("text", "UNSUPPORTED_DATATYPE", "no data type text")]
    [TestCase("int(5)", "UNSUPPORTED_DATATYPE", "no data type int(5)")]
    [TestCase("varchar", "DATATYPE_MISSING_SIZE", "varchar(10)")]
    [TestCase("array", "PARSE_SYNTAX_ERROR", "ARRAY<INT>")]
    [TestCase("array<int", "PARSE_SYNTAX_ERROR", "'>'")]
    [TestCase("decimal(39, 1)", "DECIMAL_PRECISION_EXCEEDS_MAX_PRECISION", "1 to 38")]
    [TestCase("interval second to day", "PARSE_SYNTAX_ERROR", "finer")]
    [TestCase("int int", "PARSE_SYNTAX_ERROR", "the end of the type")]
    [TestCase("", "PARSE_SYNTAX_ERROR", "a data type")]
    public void That_do_not_exist_are_errors(string text, string errorClass, string message)
    {
        var error = Assert.Throws<AnalysisException>(() => SparkSqlParser.ParseDataType(text));

        Assert.That(error.ErrorClass, Is.EqualTo(errorClass));
        Assert.That(error.Message, Does.Contain(message));
    }
}
