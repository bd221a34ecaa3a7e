using System.Data.SqlTypes;
using System.Globalization;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;
using static SparkEtl.Spark.Sql.Functions;

namespace SparkEtl.Spark.Tests.Sql;

public partial class LiteralTests
{
    private static IEnumerable<TestCaseData> Values()
    {
        yield return new(true, "boolean", true);
        yield return new((sbyte)-1, "tinyint", (sbyte)-1);
        yield return new((byte)1, "tinyint", (sbyte)1);
        yield return new((short)1, "smallint", (short)1);
        yield return new(1, "int", 1);
        yield return new(1L, "bigint", 1L);
        yield return new(1.5f, "float", 1.5f);
        yield return new(1.5, "double", 1.5);
        yield return new("x", "string", "x");
        yield return new('x', "string", "x");
        yield return new(1.10m, "decimal(3,2)", new DecimalValue(110, 2));
        yield return new(-0.01m, "decimal(2,2)", new DecimalValue(-1, 2));
        yield return new(0m, "decimal(1,0)", new DecimalValue(0, 0));
        yield return new(100m, "decimal(3,0)", new DecimalValue(100, 0));
        yield return new(decimal.MaxValue, "decimal(29,0)", new DecimalValue(Int128.Parse("79228162514264337593543950335", CultureInfo.InvariantCulture), 0));
        yield return new(
            SqlDecimal.Parse("-12345678901234567890123456789012345.678"),
            "decimal(38,3)",
            new DecimalValue(Int128.Parse("-12345678901234567890123456789012345678", CultureInfo.InvariantCulture), 3));
        yield return new(SqlDecimal.Null, "void", null);
        yield return new(null, "void", null);
        yield return new(new Date(1970, 1, 2), "date", 1);
        yield return new(new DateOnly(1969, 12, 31), "date", -1);
        yield return new(new Timestamp(1970, 1, 1, 0, 0, 1, 5), "timestamp", 1_000_005L);
        yield return new(new DateTime(1970, 1, 1, 0, 0, 1), "timestamp", 1_000_000L);
        yield return new(new DateTimeOffset(1970, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)), "timestamp", 0L);
        yield return new(TimeSpan.FromSeconds(1), "interval day to second", 1_000_000L);
        yield return new(new byte[] { 1 }, "binary", new byte[] { 1 });
    }

    [TestCaseSource(nameof(Values))]
    public void A_value_becomes_a_constant_of_its_type(object? value, string type, object? expected)
    {
        var literal = (LiteralSyntax)Lit(value).Syntax;
        Assert.That(literal.Type.SimpleString, Is.EqualTo(type));
        Assert.That(literal.Value, Is.EqualTo(expected));
    }

    [Test]
    public void A_value_without_a_type_is_refused_by_the_name_of_its_class()
    {
        Assert.That(() => Lit(new Uri("http://x")), Throws.TypeOf<AnalysisException>().With.Message.Contains("Uri"));
        Assert.That(() => Lit((byte)200), Throws.TypeOf<AnalysisException>().With.Message.Contains("200"));
    }

    [Test]
    public void A_column_stays_what_it_is() => Assert.That(Lit(Col("a")), Is.EqualTo(Col("a")));
}
