using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Makes the entries of families of functions over the values of a row.</summary>
internal static class ScalarEntry
{
    /// <summary>A function that Spark calls by its own name.</summary>
    public static Function Of(
        string family,
        string name,
        Signature signature,
        Rendering duckDb,
        Rendering? spark = null,
        bool canFail = false,
        Seq<string>? aliases = null,
        string? note = null,
        Func<Seq<Expression>, int, int, Seq<(DataType Type, bool Nullable)>>? lambdas = null,
        bool deterministic = true) => new()
        {
            Name = name,
            Aliases = aliases ?? [],
            Kind = FunctionKind.Scalar,
            Family = family,
            Signature = signature,
            Spark = spark ?? Rendering.Native(name),
            DuckDb = duckDb,
            CanFail = canFail,
            Deterministic = deterministic,
            LambdaParameters = lambdas,
            Note = note,
        };

    /// <summary>A function that is known and refused by name on both engines.</summary>
    public static Function Refused(string family, string name, string reason) =>
        Of(family, name, Signature.Of(Returns.String, Parameter.Many(Want.Any)), Rendering.Refused(reason), Rendering.Refused(reason));
}
