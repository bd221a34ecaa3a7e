using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Operators;

/// <summary>
/// A step that the embedded engine knows and Spark has no name for: what a function is rewritten to for one engine, once the types are known.
/// It stands in no catalogue and is never resolved by name.
/// </summary>
internal static class Primitive
{
    public static Function Of(string name, Rendering duckDb) => Make(name, FunctionKind.Scalar, duckDb);

    public static Function Aggregate(string name, Rendering duckDb) => Make(name, FunctionKind.Aggregate, duckDb);

    public static Function Kernel(string name, Delegate function) => Of(name, Rendering.Kernel(function));

    /// <summary>A call of it: null where an argument is null.</summary>
    public static Call Call(this Function primitive, DataType type, params Seq<Expression> arguments) =>
        new(primitive, arguments, type, true);

    /// <summary>A call of one that gives null where an argument is null: a constant null needs no call, and the engine would forget its type.</summary>
    public static Expression CallOrNull(this Function primitive, DataType type, params Seq<Expression> arguments) =>
        arguments.Any(a => a is Literal { Value: null }) ? Literal.Null(type) : primitive.Call(type, arguments);

    /// <summary>A call of an aggregate.</summary>
    public static AggregateCall AggregateCall(this Function primitive, DataType type, params Seq<Expression> arguments) =>
        new(primitive, arguments, type, true);

    private static Function Make(string name, FunctionKind kind, Rendering duckDb) => new()
    {
        Name = name,
        Kind = kind,
        Family = "primitive",
        Signature = Signature.Custom("any", (_, arguments) => new Resolution(arguments, SqlTypes.Null, true)),
        Spark = Rendering.Refused("It is a step of the embedded engine."),
        DuckDb = duckDb,
        CanFail = true,
    };
}
