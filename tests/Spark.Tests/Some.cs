using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;
using Attribute = SparkEtl.Spark.Plan.Expressions.Attribute;

namespace SparkEtl.Spark.Tests;

/// <summary>Builders of what tests need and do not care about.</summary>
internal static partial class Some
{
    /// <summary>A column of that type.</summary>
    public static Expression Typed(DataType type) => Attribute.New("x", type);
}
