using SparkEtl.Spark.Catalogue.Functions.Collections;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Aggregates;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Aggregates: counts, extremes, booleans and bits, and those of the files beside this one.</summary>
internal static class AggregateFunctions
{
    private static readonly Function NativeMin = Primitive.Aggregate("min", AggregateEntry.Native("min"));
    private static readonly Function NativeMax = Primitive.Aggregate("max", AggregateEntry.Native("max"));
    private static readonly Function NestedMin = Primitive.Aggregate("nested_min", Rendering.Aggregate(_ => Extreme.Of(largest: false)));
    private static readonly Function NestedMax = Primitive.Aggregate("nested_max", Rendering.Aggregate(_ => Extreme.Of(largest: true)));

    public static IEnumerable<Function> All =>
    [
        AggregateEntry.Of("count", Signature.Of(Returns.Long.NeverNull(), Want.Any, Parameter.Many(Want.Any)), Rendering.Text(Count)),
        AggregateEntry.Of(
            "count_if",
            Signature.Of(Returns.Long.NeverNull(), Want.Boolean),
            Rendering.Template("count({distinct}CASE WHEN {0} THEN true END){over}")),
        AggregateEntry.Of("min", Ordered(Signature.Of(Returns.SameAs(0).MaybeNull(), Want.Any), 0), Extremes(NativeMin, NestedMin)),
        AggregateEntry.Of("max", Ordered(Signature.Of(Returns.SameAs(0).MaybeNull(), Want.Any), 0), Extremes(NativeMax, NestedMax)),
        AggregateEntry.Of("bool_and", Signature.Of(Returns.Boolean.MaybeNull(), Want.Boolean), AggregateEntry.Native("bool_and"), ["every"]),
        AggregateEntry.Of("bool_or", Signature.Of(Returns.Boolean.MaybeNull(), Want.Boolean), AggregateEntry.Native("bool_or"), ["any", "some"]),
        AggregateEntry.Of("bit_and", Signature.Of(Returns.SameAs(0).MaybeNull(), Want.Integral), AggregateEntry.Native("bit_and")),
        AggregateEntry.Of("bit_or", Signature.Of(Returns.SameAs(0).MaybeNull(), Want.Integral), AggregateEntry.Native("bit_or")),
        AggregateEntry.Of("bit_xor", Signature.Of(Returns.SameAs(0).MaybeNull(), Want.Integral), AggregateEntry.Native("bit_xor")),
        AggregateEntry.Of(
            "approx_count_distinct",
            Signature.Of(Returns.Long.NeverNull(), Want.Any, Parameter.Option(Want.Constant(Want.Double))),
            Rendering.Template("count(DISTINCT {0}){over}"),
            note: "Exact on the embedded engine, an estimate on Spark: not compared between them."),

        // GROUPING takes neither FILTER nor OVER.
        AggregateEntry.Of("grouping", Signature.Of(Returns.Type(SqlTypes.Byte).NeverNull(), Want.Any), Rendering.Template("CAST(GROUPING({0}) AS TINYINT)")),
        AggregateEntry.Of("grouping_id", Signature.Of(Returns.Long.NeverNull(), Parameter.Many(Want.Any)), Rendering.Template("GROUPING({*})")),
        .. SumFunctions.All,
        .. CollectFunctions.All,
        .. PercentileFunctions.All,
        .. RefusedAggregates.All,
    ];

    /// <summary>As the signature, and that argument must have an order.</summary>
    public static Signature Ordered(Signature signature, int index) => Signature.Custom(signature.Describe(), (function, arguments) =>
    {
        var resolution = signature.Resolve(function, arguments);
        CollectionSignature.RequireOrder(function, resolution.Arguments[index].Type, ordered: true);
        return resolution;
    });

    // The engine puts nulls inside nested values last, Spark first.
    private static Rendering Extremes(Function native, Function nested) => Rendering.Rewrite((arguments, type) =>
        (ComparisonRewrite.IsNested(type) ? nested : native).AggregateCall(type, arguments));

    // A row counts when none of its arguments is null.
    private static string Count(RenderedCall call)
    {
        if (call.Arguments.Count == 1)
        {
            return $"count({{distinct}}{call.Arguments[0]}){{over}}";
        }

        var present = string.Join(" AND ", call.Arguments.Select(a => $"{a} IS NOT NULL"));
        return $"count({{distinct}}CASE WHEN {present} THEN row({string.Join(", ", call.Arguments)}) END){{over}}";
    }
}
