using SparkEtl.Spark.Catalogue.Kernels.Aggregates;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Aggregates that pick or gather values of a group.</summary>
internal static class CollectFunctions
{
    private static readonly Signature PickOne = Signature.Of(
        Returns.SameAs(0).MaybeNull(), Want.Any, Parameter.Option(Want.Constant(Want.Boolean)));

    private static readonly Signature PickBy = AggregateFunctions.Ordered(
        Signature.Of(Returns.SameAs(0).MaybeNull(), Want.Any, Want.Any), 1);

    private static readonly ResultRule ListOf = Returns.From(a => SqlTypes.ArrayOf(a[0].Type, containsNull: false)).NeverNull();

    private static readonly TypeRule NoMap = new("any but map", e => HasMap(e.Type) ? null : e.Type);

    public static IEnumerable<Function> All =>
    [
        AggregateEntry.Of(
            "first", PickOne, Rendering.Text(First), ["first_value", "any_value"], spark: Spark("first"), orderDependent: true, ignoresNulls: true),
        AggregateEntry.Of("last", PickOne, Rendering.Text(Last), ["last_value"], spark: Spark("last"), orderDependent: true, ignoresNulls: true),
        AggregateEntry.Of("max_by", PickBy, Rendering.Aggregate(_ => Extreme.By(largest: true))),
        AggregateEntry.Of("min_by", PickBy, Rendering.Aggregate(_ => Extreme.By(largest: false))),
        AggregateEntry.Of(
            "mode",
            Signature.Of(Returns.SameAs(0).MaybeNull(), NoMap),
            AggregateEntry.Native("mode"),
            note: "Of several values that are as frequent, either engine gives any."),
        AggregateEntry.Of(
            "collect_list",
            Signature.Of(ListOf, Want.Any),
            Rendering.Template("coalesce(list_filter(list({distinct}{0}){over}, lambda v: v IS NOT NULL), [])"),
            ["array_agg"],
            orderDependent: true),
        AggregateEntry.Of(
            "collect_set",
            Signature.Of(ListOf, NoMap),
            Rendering.Template("coalesce(list_filter(list(DISTINCT {0}){over}, lambda v: v IS NOT NULL), [])"),
            orderDependent: true),
    ];

    // As an argument, what to do with nulls goes with every other clause.
    private static Rendering Spark(string name) => Rendering.Text(call =>
        $"{name}({{distinct}}{call.Arguments[0]}{(IgnoresNulls(call) ? ", true" : string.Empty)}){{over}}");

    // Over a window the engine takes no FILTER with its first_value and last_value: aggregates that are slower there stand in.
    private static string First(RenderedCall call) => (call.Windowed, call.Filtered, IgnoresNulls(call)) switch
    {
        (true, false, true) => $"first_value({call.Arguments[0]} IGNORE NULLS){{over}}",
        (true, false, false) => $"first_value({call.Arguments[0]}){{over}}",
        (_, _, true) => $"any_value({{distinct}}{call.Arguments[0]}){{over}}",
        (true, true, false) => $"struct_extract(any_value({{distinct}}struct_pack(v := {call.Arguments[0]})){{over}}, 'v')",
        (false, _, false) => $"first({{distinct}}{call.Arguments[0]}){{over}}",
    };

    private static string Last(RenderedCall call) => (call.Windowed, call.Filtered, IgnoresNulls(call)) switch
    {
        (true, false, true) => $"last_value({call.Arguments[0]} IGNORE NULLS){{over}}",
        (true, false, false) => $"last_value({call.Arguments[0]}){{over}}",
        (_, _, true) => $"list_extract(list_filter(list({{distinct}}{call.Arguments[0]}){{over}}, lambda v: v IS NOT NULL), -1)",
        (true, true, false) => $"list_extract(list({{distinct}}{call.Arguments[0]}){{over}}, -1)",
        (false, _, false) => $"last({{distinct}}{call.Arguments[0]}){{over}}",
    };

    private static bool IgnoresNulls(RenderedCall call) => call.IgnoreNulls || (call.Expressions.Count > 1 && (call.Expressions[1] switch
    {
        Literal { Value: bool value } => value,
        Literal { Value: null } => false,
        _ => throw new RefusedException("first and last with a computed second argument", "write true or false."),
    }));

    private static bool HasMap(DataType type) => type switch
    {
        MapType => true,
        ArrayType a => HasMap(a.ElementType),
        StructType s => s.Fields.Exists(f => HasMap(f.DataType)),
        _ => false,
    };
}
