using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>Makes the entries of the array, map, struct and lambda families.</summary>
internal static class CollectionEntry
{
    public static Function Array(string name, Signature signature, Rendering duckDb, params Seq<string> aliases) =>
        Of("array", name, signature, duckDb, aliases);

    public static Function Map(string name, Signature signature, Rendering duckDb, params Seq<string> aliases) =>
        Of("map", name, signature, duckDb, aliases);

    public static Function Of(
        string family,
        string name,
        Signature signature,
        Rendering duckDb,
        Seq<string>? aliases = null,
        Rendering? spark = null,
        Func<Seq<Expression>, int, int, Seq<(DataType Type, bool Nullable)>>? lambdas = null) => new()
        {
            Name = name,
            Aliases = aliases ?? [],
            Kind = FunctionKind.Scalar,
            Family = family,
            Signature = signature,
            Spark = spark ?? Rendering.Native(name),
            DuckDb = duckDb,
            CanFail = true,
            LambdaParameters = lambdas,
        };

    /// <summary>A kernel that is called with nulls too.</summary>
    public static Rendering SeeingNulls(Delegate function) => Rendering.Kernel(_ => new Kernel(function) { SeesNulls = true });
}
