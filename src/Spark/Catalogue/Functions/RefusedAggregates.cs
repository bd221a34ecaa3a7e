using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Aggregates that are known and refused by name.</summary>
internal static class RefusedAggregates
{
    private const string Sketch = "its result is the bytes of Spark's own sketch; count exactly with count(distinct ...) instead";

    public static IEnumerable<Function> All =>
    [
        .. new[] { "count_min_sketch", "hll_sketch_agg", "hll_union_agg", "bitmap_construct_agg", "bitmap_or_agg" }.Select(name =>
            AggregateEntry.Of(name, Signature.Of(Returns.Binary.MaybeNull(), Parameter.Many(Want.Any)), Rendering.Refused(Sketch))),
        AggregateEntry.Of(
            "histogram_numeric",
            Signature.Of(
                Returns.From(a => SqlTypes.ArrayOf(SqlTypes.StructOf(("x", a[0].Type), ("y", SqlTypes.Double)))).MaybeNull(), Want.Any, Want.Int),
            Rendering.Refused("its bins depend on the order of rows; group by a rounded value and count instead")),
        AggregateEntry.Of(
            "listagg",
            Signature.Of(Returns.String.MaybeNull(), Want.String, Parameter.Option(Want.String)),
            Rendering.Refused(Since4),
            ["string_agg"],
            spark: Rendering.Refused(Since4)),
    ];

    private const string Since4 = "Spark has it since 4.0 only; use array_join(sort_array(collect_list(x)), ',') instead";
}
