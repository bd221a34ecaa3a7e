using SparkEtl.Spark.Plan;

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
        string? note = null) => new()
        {
            Name = name,
            Aliases = aliases ?? [],
            Kind = FunctionKind.Scalar,
            Family = family,
            Signature = signature,
            Spark = spark ?? Rendering.Native(name),
            DuckDb = duckDb,
            CanFail = canFail,
            Note = note,
        };

    /// <summary>A function that is known and refused by name on both engines.</summary>
    public static Function Refused(string family, string name, string reason) =>
        Of(family, name, Signature.Of(Returns.String, Parameter.Many(Want.Any)), Rendering.Refused(reason), Rendering.Refused(reason));
}
