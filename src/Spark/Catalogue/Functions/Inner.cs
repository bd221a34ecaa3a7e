using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>
/// Functions that only the embedded engine's renderings are made of: no text can call them, and they have no form in Spark's SQL.
/// </summary>
internal static class Inner
{
    public static Function Scalar(string name, Rendering duckDb) => Make(name, FunctionKind.Scalar, duckDb);

    public static Function Aggregate(string name, Rendering duckDb) => Make(name, FunctionKind.Aggregate, duckDb);

    /// <summary>A call of it, or an aggregate call when it is an aggregate.</summary>
    public static Expression Of(this Function function, DataType type, params Seq<Expression> arguments) =>
        function.Kind == FunctionKind.Aggregate
            ? new AggregateCall(function, arguments, type, ResultNullable: true)
            : new Call(function, arguments, type, ResultNullable: true);

    private static Function Make(string name, FunctionKind kind, Rendering duckDb) => new()
    {
        Name = "$" + name,
        Kind = kind,
        Family = "inner",
        Signature = Signature.Custom("(inner)", (_, arguments) => new Resolution(arguments, SqlTypes.Null, true)),
        Spark = Rendering.Refused("it stands for a part of another function on the embedded engine"),
        DuckDb = duckDb,
    };
}
