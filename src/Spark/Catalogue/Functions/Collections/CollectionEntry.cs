using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>Makes the entries of the array, map, struct and lambda families.</summary>
internal static class CollectionEntry
{
    public static Function Array(string name, Signature signature, Rendering duckDb, bool canFail = false, Seq<string>? aliases = null) =>
        Of("array", name, signature, duckDb, canFail, aliases);

    public static Function Map(string name, Signature signature, Rendering duckDb, bool canFail = false) =>
        Of("map", name, signature, duckDb, canFail);

    public static Function Of(
        string family,
        string name,
        Signature signature,
        Rendering duckDb,
        bool canFail = false,
        Seq<string>? aliases = null,
        Rendering? spark = null,
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
        };

    /// <summary>A kernel that is called with nulls too.</summary>
    public static Rendering SeeingNulls(Delegate function) => Rendering.Kernel(_ => new Kernel(function) { SeesNulls = true });
}
