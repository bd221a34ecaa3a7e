using SparkEtl.Spark.Catalogue.Functions.Collections;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Collections;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>
/// Functions that take lambdas. On the embedded engine they are made of its <c>list_transform</c>, <c>list_filter</c> and <c>list_reduce</c>; maps go
/// through arrays of their entries.
/// </summary>
internal static class HigherOrderFunctions
{
    private static readonly Function Transform = Primitive.Of("list transform", Rendering.Native("list_transform"));
    private static readonly Function Filter = Primitive.Of("list filter", Rendering.Native("list_filter"));
    private static readonly Function Reduce = Primitive.Of("list reduce", Rendering.Template("list_reduce({0}, {2}, {1})"));
    private static readonly Function Entries = Primitive.Of("entries of map", Rendering.Native("map_entries"));
    private static readonly Function Keys = Primitive.Of("keys of map", Rendering.Native("map_keys"));
    private static readonly Function Values = Primitive.Of("values of map", Rendering.Native("map_values"));
    private static readonly Function OfArrays = Primitive.Kernel("map of arrays", MapKernels.OfArrays);
    private static readonly Function OfEntries = Primitive.Of("native map of entries", Rendering.NativeCast("map_from_entries"));
    private static readonly Function Row = Primitive.Of("row", Rendering.Template("CAST(row({*}) AS {type})"));
    private static readonly Function AnyTrue = Primitive.Kernel("any true", ThreeValued.Any);
    private static readonly Function AllTrue = Primitive.Kernel("all true", ThreeValued.All);
    private static readonly Function SortBy = Primitive.Kernel("array sort by comparisons", ArrayKernels.SortBy);
    private static readonly Function NestedSort = Primitive.Kernel("array sort nulls last", ArrayKernels.SortNullsLast);
    private static readonly Function NativeSort = Primitive.Of("list sort nulls last", Rendering.Template("CAST(list_sort({0}, 'ASC', 'NULLS LAST') AS {type})"));
    private static readonly Function ZipMaps = Primitive.Kernel("zip maps", MapKernels.Zip);

    private static readonly Function Zip = Primitive.Of(
        "zip", Rendering.Kernel(_ => new Kernel(ArrayKernels.Zip) { SeesNulls = true, Variadic = true }));

    public static IEnumerable<Function> All =>
    [
        Of("transform", "(array, lambda)", HigherOrderSignature.Transform, Rendering.Rewrite((a, type) => Transform.Call(type, a[0], Indexed((Lambda)a[1]))), LambdaParameters.ElementAndIndex),
        Of("filter", "(array, lambda)", HigherOrderSignature.Filter, Rendering.Rewrite((a, type) => Filter.Call(type, a[0], Indexed((Lambda)a[1]))), LambdaParameters.ElementAndIndex),
        Of("exists", "(array, lambda)", HigherOrderSignature.Test, Rendering.Rewrite((a, type) => AnyTrue.Call(type, Tested(a))), LambdaParameters.Element),
        Of("forall", "(array, lambda)", HigherOrderSignature.Test, Rendering.Rewrite((a, type) => AllTrue.Call(type, Tested(a))), LambdaParameters.Element),
        Of("aggregate", "(array, start, merge [, finish])", HigherOrderSignature.Aggregate, Rendering.Rewrite(Aggregated), LambdaParameters.AccumulatorAndElement, "reduce"),
        Of("zip_with", "(array, array, lambda)", HigherOrderSignature.ZipWith, Rendering.Rewrite(ZippedWith), LambdaParameters.TwoElements),
        Of("array_sort", "(array [, comparator])", HigherOrderSignature.Sort, Rendering.Rewrite(Sorted), LambdaParameters.TwoOfOne),
        Of("map_filter", "(map, lambda)", HigherOrderSignature.MapFilter, Rendering.Rewrite((a, type) =>
            OfEntries.Call(type, Filter.Call(EntriesType(a[0]), Entries.Call(EntriesType(a[0]), a[0]), OverEntry((Lambda)a[1], a[0])))), LambdaParameters.KeyAndValue),
        Of("transform_keys", "(map, lambda)", HigherOrderSignature.TransformKeys, Rendering.Rewrite((a, type) => OfArrays.Call(
            type, OverEntries(a), Values.Call(SqlTypes.ArrayOf(((MapType)type).ValueType), a[0]))), LambdaParameters.KeyAndValue),
        Of("transform_values", "(map, lambda)", HigherOrderSignature.TransformValues, Rendering.Rewrite((a, type) => OfArrays.Call(
            type, Keys.Call(SqlTypes.ArrayOf(((MapType)type).KeyType), a[0]), OverEntries(a))), LambdaParameters.KeyAndValue),
        Of("map_zip_with", "(map, map, lambda)", HigherOrderSignature.MapZipWith, Rendering.Rewrite(ZippedMaps), LambdaParameters.KeyAndTwoValues),
    ];

    private static Function Of(
        string name,
        string description,
        Func<string, Seq<Expression>, Resolution> resolve,
        Rendering duckDb,
        Func<Seq<Expression>, int, int, Seq<(DataType Type, bool Nullable)>> lambdas,
        params Seq<string> aliases) =>
        ScalarEntry.Of(
            "lambda",
            name,
            Signature.Custom(description, resolve),
            duckDb,
            canFail: name is "array_sort" or "transform_keys",
            aliases: aliases,
            lambdas: lambdas);

    private static Lambda Indexed(Lambda lambda) => LambdaRewriting.CountFromZero(lambda);

    private static Call Tested(Seq<Expression> arguments) => Transform.Call(SqlTypes.ArrayOf(SqlTypes.Boolean), arguments[0], arguments[1]);

    // The engine's reduce keeps the type of the elements: they become structs of an accumulator and an element, reduced to the last accumulator.
    private static Expression Aggregated(Seq<Expression> arguments, DataType type)
    {
        var (array, start, merge) = (arguments[0], arguments[1], (Lambda)arguments[2]);
        var element = ((ArrayType)array.Type).ElementType;
        var step = SqlTypes.StructOf(("accumulator", start.Type), ("element", element));
        var value = LambdaRewriting.Variable(element);
        var steps = Transform.Call(SqlTypes.ArrayOf(step), array, new Lambda([value], Row.Call(step, Literal.Null(start.Type), value)));
        var (left, right) = (LambdaRewriting.Variable(step), LambdaRewriting.Variable(step));
        var body = LambdaRewriting.Replace(merge, new GetField(left, 0), new GetField(right, 1));
        var reduced = Reduce.Call(
            step, steps, Row.Call(step, start, Literal.Null(element)), new Lambda([left, right], Row.Call(step, body, new GetField(right, 1))));
        var last = new GetField(reduced, 0);
        if (arguments.Count == 3)
        {
            return last;
        }

        // The finishing lambda is applied to an array of the one accumulator, so that it is computed once.
        var one = Primitive.Of("array of one", Rendering.Template("CASE WHEN {1} IS NOT NULL THEN [{0}] END")).Call(SqlTypes.ArrayOf(start.Type), last, array);
        return Primitive.Of("the one element", Rendering.Template("CAST(list_extract({0}, 1) AS {type})")).Call(type, Transform.Call(SqlTypes.ArrayOf(type), one, arguments[3]));
    }

    private static Expression ZippedWith(Seq<Expression> arguments, DataType type)
    {
        var pair = SqlTypes.StructOf(
            ("left", ((ArrayType)arguments[0].Type).ElementType), ("right", ((ArrayType)arguments[1].Type).ElementType));
        var pairs = Zip.Call(SqlTypes.ArrayOf(pair), arguments[0], arguments[1]);
        return Transform.Call(type, pairs, LambdaRewriting.OverFields((Lambda)arguments[2], pair));
    }

    private static Expression ZippedMaps(Seq<Expression> arguments, DataType type)
    {
        var (left, right) = ((MapType)arguments[0].Type, (MapType)arguments[1].Type);
        var entry = SqlTypes.StructOf(("key", left.KeyType), ("left", left.ValueType), ("right", right.ValueType));
        var entries = ZipMaps.Call(SqlTypes.ArrayOf(entry), arguments[0], arguments[1]);
        var variable = LambdaRewriting.Variable(entry);
        return OfArrays.Call(
            type,
            Transform.Call(SqlTypes.ArrayOf(left.KeyType), entries, new Lambda([variable], new GetField(variable, 0))),
            Transform.Call(SqlTypes.ArrayOf(((MapType)type).ValueType), entries, LambdaRewriting.OverFields((Lambda)arguments[2], entry)));
    }

    // Each element is compared with each, since the engine's sort takes no lambda.
    private static Expression Sorted(Seq<Expression> arguments, DataType type)
    {
        var element = ((ArrayType)type).ElementType;
        if (arguments.Count == 1)
        {
            return (ComparisonRewrite.IsNested(element) ? NestedSort : NativeSort).Call(type, arguments[0]);
        }

        var comparator = (Lambda)arguments[1];
        var inner = Transform.Call(SqlTypes.ArrayOf(SqlTypes.Integer), arguments[0], new Lambda([comparator.Parameters[1]], comparator.Body));
        var comparisons = Transform.Call(
            SqlTypes.ArrayOf(SqlTypes.ArrayOf(SqlTypes.Integer)), arguments[0], new Lambda([comparator.Parameters[0]], inner));
        return SortBy.Call(type, arguments[0], comparisons);
    }

    private static ArrayType EntriesType(Expression map) => SqlTypes.ArrayOf(MapFunctions.EntryOf((MapType)map.Type), containsNull: false);

    private static Lambda OverEntry(Lambda lambda, Expression map) => LambdaRewriting.OverFields(lambda, MapFunctions.EntryOf((MapType)map.Type));

    private static Call OverEntries(Seq<Expression> arguments) => Transform.Call(
        SqlTypes.ArrayOf(arguments[1].Type), Entries.Call(EntriesType(arguments[0]), arguments[0]), OverEntry((Lambda)arguments[1], arguments[0]));
}
