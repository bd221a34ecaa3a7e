using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>The type several expressions are cast to, found from left to right as Spark does.</summary>
internal static class CommonTypes
{
    /// <summary>A string takes on the type of what stands next to it.</summary>
    public static DataType? Wider(Seq<Expression> expressions) => Fold(expressions, Coercion.CommonType);

    /// <summary>A string goes with strings only: <c>greatest</c>, <c>least</c>.</summary>
    public static DataType? WiderWithoutStrings(Seq<Expression> expressions) => Fold(
        expressions, (l, r) => l is StringType != r is StringType && l is not NullType && r is not NullType ? null : Coercion.CommonType(l, r));

    public static AnalysisException Differ(string function, Seq<Expression> arguments) => new(
        "DATATYPE_MISMATCH.DATA_DIFF_TYPES",
        $"The arguments of {function} must have one common type, found {string.Join(", ", arguments.Map(a => a.Type.SimpleString))}. Cast them.");

    private static DataType? Fold(Seq<Expression> expressions, Func<DataType, DataType, DataType?> common)
    {
        DataType? type = SqlTypes.Null;
        foreach (var expression in expressions)
        {
            type = type is null ? null : common(type, expression.Type);
        }

        return type;
    }
}
