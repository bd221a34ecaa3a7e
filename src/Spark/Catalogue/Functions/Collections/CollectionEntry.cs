using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Functions.Collections;

/// <summary>Makes the entries of the array and map families.</summary>
internal static class CollectionEntry
{
    public static Function Array(string name, Signature signature, Rendering duckDb, bool canFail = false, Seq<string>? aliases = null) =>
        ScalarEntry.Of("array", name, signature, duckDb, canFail: canFail, aliases: aliases);

    public static Function Map(string name, Signature signature, Rendering duckDb, bool canFail = false) =>
        ScalarEntry.Of("map", name, signature, duckDb, canFail: canFail);

    /// <summary>A kernel that is called with nulls too.</summary>
    public static Rendering SeeingNulls(Delegate function) => Rendering.Kernel(_ => new Kernel(function) { SeesNulls = true });
}
