using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Makes the entries of the aggregate families.</summary>
internal static class AggregateEntry
{
    /// <summary>An aggregate that Spark calls by its own name.</summary>
    public static Function Of(
        string name,
        Signature signature,
        Rendering duckDb,
        Seq<string>? aliases = null,
        string family = "aggregate",
        Rendering? spark = null,
        bool canFail = false,
        bool orderDependent = false,
        bool ignoresNulls = false,
        string? note = null) => new()
        {
            Name = name,
            Aliases = aliases ?? [],
            Kind = FunctionKind.Aggregate,
            Family = family,
            Signature = signature,
            Spark = spark ?? Rendering.Native(name),
            DuckDb = duckDb,
            CanFail = canFail,
            OrderDependent = orderDependent,
            AcceptsIgnoreNulls = ignoresNulls,
            Note = note,
        };

    /// <summary>One of the engine's own aggregates, with text around or inside it.</summary>
    public static Rendering Native(string name) => Rendering.Template($"{name}({{distinct}}{{*}}){{over}}");
}
