using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Functions.Dates;

/// <summary>Entries of the family <c>date</c>.</summary>
internal static class DateFunction
{
    /// <summary>One that Spark says by its name.</summary>
    public static Function Of(string name, Signature signature, Rendering duckDb, params string[] aliases) =>
        Of(name, signature, Rendering.Native(name), duckDb, aliases);

    public static Function Of(string name, Signature signature, Rendering spark, Rendering duckDb, params string[] aliases) => new()
    {
        Name = name,
        Aliases = aliases.ToSeq(),
        Kind = FunctionKind.Scalar,
        Family = "date",
        Signature = signature,
        Spark = spark,
        DuckDb = duckDb,
        CanFail = true,
    };
}
