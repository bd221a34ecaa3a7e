namespace SparkEtl.DuckDb.Tests;

public sealed class DuckDbTypeTests
{
    [Test]
    public void Types_are_equal_when_their_parts_are()
    {
        static DuckDbType Make(string field, int width) => DuckDbType.Map(
            DuckDbType.Varchar, DuckDbType.List(DuckDbType.Struct(new DuckDbField(field, DuckDbType.Decimal(width, 2)))));
        DuckDbType one = Make("a", 18);
        DuckDbType other = Make("a", 18);
        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
        Assert.That(Make("a", 18), Is.Not.EqualTo(Make("b", 18)));
        Assert.That(Make("a", 18), Is.Not.EqualTo(Make("a", 19)));
        Assert.That(DuckDbType.List(DuckDbType.Integer), Is.Not.EqualTo(DuckDbType.Array(DuckDbType.Integer, 1)));
    }

    [Test]
    public void Types_are_written_as_in_SQL()
    {
        Assert.That(DuckDbType.Decimal(18, 2).ToString(), Is.EqualTo("DECIMAL(18,2)"));
        Assert.That(DuckDbType.Struct(new DuckDbField("a", DuckDbType.Integer)).ToString(), Is.EqualTo("STRUCT(a INTEGER)"));
        Assert.That(DuckDbType.List(DuckDbType.Integer).ToString(), Is.EqualTo("INTEGER[]"));
        Assert.That(DuckDbType.Map(DuckDbType.Varchar, DuckDbType.Integer).ToString(), Is.EqualTo("MAP(VARCHAR, INTEGER)"));
    }

    [TestCase("select")]
    [TestCase("Table")]
    [TestCase("1a")]
    [TestCase("a b")]
    [TestCase("a\"b")]
    [TestCase("ü")]
    [TestCase("Mixed_Case1")]
    [TestCase("timestamp")]
    public void Names_of_fields_survive_being_written(string name)
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        DuckDbType type = DuckDbType.Struct(new DuckDbField(name, DuckDbType.Integer));
        using DuckDbStatement statement = connection.Prepare($"SELECT NULL::{type}");
        Assert.That(statement.Columns[0].Type, Is.EqualTo(type));
    }

    [Test]
    public void Every_reserved_word_is_quoted()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        foreach (object?[] row in connection.Rows("SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'"))
        {
            DuckDbType type = DuckDbType.Struct(new DuckDbField((string)row[0]!, DuckDbType.Integer));
            Assert.That(type.ToString(), Is.EqualTo($"STRUCT(\"{row[0]}\" INTEGER)"));
        }
    }

    [TestCase(0, 0)]
    [TestCase(39, 0)]
    [TestCase(5, 6)]
    [TestCase(5, -1)]
    public void A_decimal_out_of_bounds_is_refused(int width, int scale) =>
        Assert.That(() => DuckDbType.Decimal(width, scale), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase("-5", 2, "-0.05")]
    [TestCase("5", 0, "5")]
    [TestCase("-12345", 3, "-12.345")]
    [TestCase("0", 1, "0.0")]
    [TestCase("99999999999999999999999999999999999999", 38, "0.99999999999999999999999999999999999999")]
    public void A_decimal_is_written_as_in_SQL(string digits, int scale, string text) =>
        Assert.That(new DuckDbDecimal(Int128.Parse(digits, null), scale).ToString(), Is.EqualTo(text));

    [Test]
    public void A_named_type_keeps_its_name()
    {
        using DuckDbDatabase database = Some.Database();
        using DuckDbConnection connection = database.Connect();
        using DuckDbResult result = connection.Query("SELECT '{}'::JSON AS j");
        Assert.That(result.Columns[0].Type.ToString(), Is.EqualTo("JSON"));
        Assert.That(result.Columns[0].Type.Kind, Is.EqualTo(DuckDbTypeKind.Varchar));
        Assert.That(Some.Rows(result)[0][0], Is.EqualTo("{}"));
    }
}
