using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>A null that the embedded engine takes for a value of its type; a bare one has none there.</summary>
internal static class TypedNull
{
    public static Cast Of(DataType type) => new(Literal.Null(SqlTypes.Null), type, Try: false);
}
