using SparkEtl.Spark.Catalogue;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Tests.Catalogue.Aggregates;

/// <summary>The types that aggregates give.</summary>
public sealed class AggregateTypeTests
{
    [TestCase("sum", "int", "bigint")]
    [TestCase("sum", "tinyint", "bigint")]
    [TestCase("sum", "float", "double")]
    [TestCase("sum", "string", "double")]
    [TestCase("sum", "decimal(18,2)", "decimal(28,2)")]
    [TestCase("sum", "decimal(30,2)", "decimal(38,2)")]
    [TestCase("sum", "interval hour", "interval hour")]
    [TestCase("avg", "int", "double")]
    [TestCase("avg", "decimal(18,2)", "decimal(22,6)")]
    [TestCase("avg", "decimal(38,18)", "decimal(38,22)")]
    [TestCase("avg", "interval hour", "interval day to second")]
    [TestCase("max", "decimal(18,2)", "decimal(18,2)")]
    [TestCase("count", "string", "bigint")]
    [TestCase("collect_list", "string", "array<string>")]
    [TestCase("stddev", "int", "double")]
    [TestCase("median", "int", "double")]
    [TestCase("bit_and", "smallint", "smallint")]
    [TestCase("lag", "date", "date")]
    [TestCase("grouping", "string", "tinyint")]
    public void An_aggregate_of_a_type_gives(string name, string argument, string expected)
    {
        var resolution = FunctionCatalogue.Get(name).Signature.Resolve(name, [Some.Typed(DataTypeNames.Parse(argument))]);

        Assert.That(resolution.Type.SimpleString, Is.EqualTo(expected));
    }

    [Test]
    public void A_list_of_values_is_never_null_and_holds_no_null()
    {
        var resolution = FunctionCatalogue.Get("collect_list").Signature.Resolve("collect_list", [Some.Typed(SqlTypes.Integer)]);

        Assert.That(resolution.Nullable, Is.False);
        Assert.That(resolution.Type, Is.EqualTo(SqlTypes.ArrayOf(SqlTypes.Integer, containsNull: false)));
    }

    [Test]
    public void A_map_has_no_largest()
    {
        var max = FunctionCatalogue.Get("max");

        Assert.That(
            () => max.Signature.Resolve("max", [Some.Typed(SqlTypes.MapOf(SqlTypes.String, SqlTypes.Integer))]),
            Throws.TypeOf<AnalysisException>().With.Property("ErrorClass").StartsWith("DATATYPE_MISMATCH"));
    }

    [TestCase(1.5)]
    [TestCase(-0.1)]
    public void A_percentage_is_between_0_and_1(double percentage)
    {
        var percentile = FunctionCatalogue.Get("percentile");

        Assert.That(
            () => percentile.Signature.Resolve(
                "percentile", [Some.Typed(SqlTypes.Integer), new SparkEtl.Spark.Plan.Expressions.Literal(percentage, SqlTypes.Double)]),
            Throws.TypeOf<AnalysisException>().With.Property("ErrorClass").EqualTo("DATATYPE_MISMATCH.VALUE_OUT_OF_RANGE"));
    }
}
