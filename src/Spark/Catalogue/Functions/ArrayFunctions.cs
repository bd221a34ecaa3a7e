using SparkEtl.Spark.Catalogue.Functions.Collections;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Collections;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>
/// Arrays. The embedded engine's own list functions serve where they mean the same: not for nested values, whose nulls it sorts last, nor where it
/// leaves out nulls or the order of first occurrence.
/// </summary>
internal static class ArrayFunctions
{
    private static readonly Function NativeSort = Primitive.Of("list sort", Rendering.Text(call =>
        $"CAST(list_sort({call.Arguments[0]}, {(IsTrue(call.Expressions[1]) ? "'ASC', 'NULLS FIRST'" : "'DESC', 'NULLS LAST'")}) AS {call.TypeName(call.Type)})"));

    private static readonly Function NativeContains = Primitive.Of("list contains", Rendering.Text(call =>
        $"(list_contains({call.Arguments[0]}, {call.Arguments[1]}) OR CASE WHEN "
        + $"list_position({call.Arguments[0]}, {call.Render(Literal.Null(call.Expressions[1].Type))}) > 0 THEN NULL ELSE false END)"));

    private static readonly Function KernelContains = Primitive.Kernel("array contains", ArrayKernels.Contains);

    private static readonly Function KernelSort = Primitive.Kernel("array sort", ArrayKernels.Sort);

    public static IEnumerable<Function> All =>
    [
        CollectionEntry.Array("array", ArrayOf(), Rendering.Text(call =>
            call.Arguments.Count == 0 ? $"CAST([] AS {call.TypeName(call.Type)})" : $"[{string.Join(", ", call.Arguments)}]")),
        CollectionEntry.Array(
            "array_contains",
            CollectionSignature.OfArrayAndElement((a, e, n) => (SqlTypes.Boolean, n || e.Nullable || a.ContainsNull), ordered: true, takesNullLiteral: false),
            Rendering.Rewrite((a, type) => (ComparisonRewrite.IsNested(a[1].Type) ? KernelContains : NativeContains).Call(type, a[0], a[1]))),
        CollectionEntry.Array(
            "array_position",
            CollectionSignature.OfArrayAndElement((_, e, n) => (SqlTypes.Long, n || e.Nullable), ordered: true),
            Rendering.Kernel(ArrayKernels.Position)),
        CollectionEntry.Array(
            "array_remove", CollectionSignature.OfArrayAndElement((a, e, n) => (a, n || e.Nullable), ordered: true), Rendering.Kernel(ArrayKernels.Remove)),
        CollectionEntry.Array(
            "array_append",
            CollectionSignature.OfArrayAndElement((a, e, n) => (new ArrayType(a.ElementType, a.ContainsNull || e.Nullable), n), ordered: false),
            CollectionEntry.SeeingNulls(ArrayKernels.Append)),
        CollectionEntry.Array(
            "array_prepend",
            CollectionSignature.OfArrayAndElement((a, e, n) => (new ArrayType(a.ElementType, a.ContainsNull || e.Nullable), n), ordered: false),
            CollectionEntry.SeeingNulls(ArrayKernels.Prepend)),
        CollectionEntry.Array("array_insert", Insert(), CollectionEntry.SeeingNulls(ArrayKernels.Insert), canFail: true),
        CollectionEntry.Array("array_distinct", Same(ordered: true), Rendering.Kernel(ArrayKernels.Distinct)),
        CollectionEntry.Array(
            "array_compact",
            CollectionSignature.OfArray((a, all) => (new ArrayType(a.ElementType, false), all[0].Nullable), ordered: false),
            Rendering.Template("list_filter({0}, lambda v: v IS NOT NULL)")),
        CollectionEntry.Array(
            "array_union",
            CollectionSignature.OfTwoArrays((l, r) => (new ArrayType(l.ElementType, l.ContainsNull || r.ContainsNull), false)),
            Rendering.Kernel(ArrayKernels.Union)),
        CollectionEntry.Array(
            "array_intersect",
            CollectionSignature.OfTwoArrays((l, r) => (new ArrayType(l.ElementType, l.ContainsNull && r.ContainsNull), false)),
            Rendering.Kernel(ArrayKernels.Intersect)),
        CollectionEntry.Array("array_except", CollectionSignature.OfTwoArrays((l, _) => (l, false)), Rendering.Kernel(ArrayKernels.Except)),
        CollectionEntry.Array(
            "arrays_overlap",
            CollectionSignature.OfTwoArrays((l, r) => (SqlTypes.Boolean, l.ContainsNull || r.ContainsNull)),
            Rendering.Kernel(ArrayKernels.Overlap)),
        ScalarEntry.Of(
            "array",
            "arrays_zip",
            Zip(),
            Rendering.Kernel(_ => new Kernel(ArrayKernels.Zip) { SeesNulls = true, Variadic = true }),
            // Spark names the fields by the columns it is given, and those of a generated text have other names.
            spark: Rendering.NativeCast("arrays_zip")),
        CollectionEntry.Array(
            "array_join",
            Signature.Of(Returns.String, Want.ArrayOf(SqlTypes.String), Want.String, Parameter.Option(Want.String)),
            Rendering.Kernel(site => new Kernel(site.Arguments.Count == 2 ? ArrayKernels.Join : ArrayKernels.JoinReplacing))),
        CollectionEntry.Array("array_max", Extreme(), Best("list_max", "array max", ArrayKernels.Max)),
        CollectionEntry.Array("array_min", Extreme(), Best("list_min", "array min", ArrayKernels.Min)),
        CollectionEntry.Array(
            "array_repeat",
            Signature.Of(Returns.From(a => SqlTypes.ArrayOf(a[0].Type, a[0].Nullable)) with { Nullable = a => a[1].Nullable }, Want.Any, Want.Int),
            CollectionEntry.SeeingNulls(ArrayKernels.Repeat),
            canFail: true),
        CollectionEntry.Array(
            "size",
            Signature.Of(Returns.Int, Want.OneOf(Want.Array, Want.Map)),
            Rendering.Text(call => $"CAST({(call.Expressions[0].Type is MapType ? "cardinality" : "len")}({call.Arguments[0]}) AS INTEGER)"),
            aliases: ["cardinality"]),
        CollectionEntry.Array("array_size", Signature.Of(Returns.Int, Want.Array), Rendering.Template("CAST(len({0}) AS INTEGER)")),
        CollectionEntry.Array("sort_array", Sort(), Rendering.Rewrite((a, type) =>
            (ComparisonRewrite.IsNested(((ArrayType)type).ElementType) ? KernelSort : NativeSort).Call(type, a[0], a[1]))),
        ScalarEntry.Of(
            "array",
            "shuffle",
            Same(ordered: false),
            Rendering.Kernel(_ => new Kernel(ArrayKernels.Shuffle) { Volatile = true }),
            deterministic: false),
        CollectionEntry.Array("slice", Signature.Of(Returns.SameAs(0), Want.Array, Want.Int, Want.Int), Rendering.Kernel(ArrayKernels.Slice), canFail: true),
        CollectionEntry.Array("flatten", Flatten(), Rendering.Kernel(ArrayKernels.Flatten)),
        CollectionEntry.Array("sequence", new SequenceSignature(), Rendering.Kernel(Sequences.Make), canFail: true),
        .. ElementFunctions.All,
    ];

    private static bool IsTrue(Expression expression) => expression is Literal { Value: true };

    private static Signature Same(bool ordered) => CollectionSignature.OfArray((a, all) => (a, all[0].Nullable), ordered);

    private static Signature Extreme() => CollectionSignature.OfArray((a, _) => (a.ElementType, true), ordered: true);

    private static Rendering Best(string native, string kernel, Func<object?[], object?> best)
    {
        var (own, ours) = (Primitive.Of(native, Rendering.Native(native)), Primitive.Kernel(kernel, best));
        return Rendering.Rewrite((a, type) => (ComparisonRewrite.IsNested(type) ? ours : own).Call(type, a[0]));
    }

    private static Signature ArrayOf() => Signature.Custom("(any...)", (function, arguments) =>
    {
        var type = CommonTypes.Wider(arguments) ?? throw CommonTypes.Differ(function, arguments);
        return new Resolution(arguments.Map(a => Coercion.CastTo(a, type)), SqlTypes.ArrayOf(type, arguments.Any(a => a.Nullable)), false);
    });

    private static Signature Insert() => Signature.Custom("(array, int, element)", (function, arguments) =>
    {
        CollectionSignature.RequireCount(function, "(array, int, element)", arguments, 3);
        var (array, element) = CollectionSignature.ArrayAndElement(function, arguments[0], arguments[2]);
        var position = ((Parameter)Want.Int).Accept(function, 1, arguments[1]);

        // A position beyond the end leaves nulls between.
        var type = new ArrayType(((ArrayType)array.Type).ElementType);
        return new Resolution([array, position, element], type, array.Nullable || position.Nullable);
    });

    private static Signature Sort()
    {
        var signature = CollectionSignature.OfArray((a, all) => (a, all[0].Nullable), ordered: true, Parameter.Option(Want.Boolean, Literal.True));
        return Signature.Custom(signature.Describe(), (function, arguments) =>
        {
            var resolution = signature.Resolve(function, arguments);
            return resolution.Arguments[1] is Literal { Value: bool } ? resolution : throw new AnalysisException(
                "DATATYPE_MISMATCH.UNEXPECTED_INPUT_TYPE", $"The direction of {function} must be written as true or false.");
        });
    }

    private static Signature Flatten() => Signature.Custom("(array of arrays)", (function, arguments) =>
    {
        CollectionSignature.RequireCount(function, "(array of arrays)", arguments, 1);
        return arguments[0].Type is ArrayType { ElementType: ArrayType inner } outer
            ? new Resolution(arguments, inner, arguments[0].Nullable || outer.ContainsNull)
            : throw Signature.WrongType(function, 0, "array of arrays", arguments[0]);
    });

    // The fields are named as the arrays are, where they have a name, else by their position.
    private static Signature Zip() => Signature.Custom("(array...)", (function, arguments) =>
    {
        if (arguments.Count == 0)
        {
            throw new RefusedException($"{function} without arguments", "its structs would have no fields; give it an array.");
        }

        var arrays = arguments.Select((a, i) => CollectionSignature.ArrayOf(function, i, a)).ToSeq();
        var fields = arrays.Select((a, i) => new StructField(
            NamesOf.Expression(arguments[i]) ?? i.ToString(System.Globalization.CultureInfo.InvariantCulture), ((ArrayType)a.Type).ElementType));
        return new Resolution(arrays, SqlTypes.ArrayOf(new StructType(fields), containsNull: false), arrays.Any(a => a.Nullable));
    });
}
