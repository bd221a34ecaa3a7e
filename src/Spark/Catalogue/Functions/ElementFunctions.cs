using SparkEtl.Spark.Catalogue.Functions.Collections;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Collections;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>One element of an array or map.</summary>
internal static class ElementFunctions
{
    // Of a constant null the engine forgets the type.
    private static readonly Function At = Primitive.Of("element at", Rendering.Template("CAST(list_extract({0}, {1}) AS {type})"));

    private static readonly Function Length = Primitive.Of("length of list", Rendering.Template("len({0})"));

    private static readonly Function OfKey = Primitive.Of("native value of key", Rendering.Template("map_extract_value({0}, {1})"));

    private static readonly Function OfNestedKey = Primitive.Kernel("value of key", MapKernels.ValueOf);

    private static readonly Function CheckedIndex = Primitive.Kernel("checked index", (long index, long count) =>
        index >= 0 && index < count ? index + 1 : throw CollectionErrors.IndexOutside(index, count));

    private static readonly Function CheckedPosition = Primitive.Kernel("checked position", (int position, long count) =>
        position == 0 ? throw CollectionErrors.PositionZero() : Math.Abs((long)position) <= count ? (long)position : throw CollectionErrors.PositionOutside(position, count));

    private static readonly Function NonzeroPosition = Primitive.Kernel("nonzero position", (int position) =>
        position == 0 ? throw CollectionErrors.PositionZero() : (long)position);

    public static IEnumerable<Function> All =>
    [
        ScalarEntry.Of(
            "array",
            "getitem",
            Signature.Custom("(array, int) | (map, key) | (struct, field name)", ResolveItem),
            Rendering.Rewrite(Item),
            canFail: true,
            spark: Rendering.Template("{0}[{1}]")),
        CollectionEntry.Array("element_at", Signature.Custom("(array, int) | (map, key)", ResolveElement), Rendering.Rewrite((a, type) =>
            a[0].Type is MapType ? Value(a, type) : At.Call(type, a[0], CheckedPosition.Call(SqlTypes.Long, a[1], Length.Call(SqlTypes.Long, a[0])))), canFail: true),
        CollectionEntry.Array("try_element_at", Signature.Custom("(array, int) | (map, key)", ResolveElement), Rendering.Rewrite((a, type) =>
            a[0].Type is MapType ? Value(a, type) : At.Call(type, a[0], NonzeroPosition.Call(SqlTypes.Long, a[1]))), canFail: true),
        CollectionEntry.Array(
            "get",
            CollectionSignature.OfArray((a, _) => (a.ElementType, true), ordered: false, Want.Int),
            Rendering.Template("CAST(CASE WHEN {1} >= 0 THEN list_extract({0}, {1} + CAST(1 AS BIGINT)) END AS {type})")),
    ];

    private static Expression Item(Seq<Expression> arguments, DataType type) => arguments[0].Type switch
    {
        MapType => Value(arguments, type),
        StructType row => new GetField(arguments[0], row.IndexOf(FieldName(arguments[1])!)),
        ArrayType { ElementType: StructType row } when FieldName(arguments[1]) is { } name => FieldOfEach(arguments[0], row, name, type),
        _ => At.Call(type, arguments[0], CheckedIndex.Call(
            SqlTypes.Long, Coercion.CastTo(arguments[1], SqlTypes.Long), Length.Call(SqlTypes.Long, arguments[0]))),
    };

    private static Call FieldOfEach(Expression array, StructType row, string name, DataType type)
    {
        var element = new LambdaVariable(new AttributeId(), "e", row, true);
        return new Call(FunctionCatalogue.Get("transform"), [array, new Lambda([element], new GetField(element, row.IndexOf(name)))], type, true);
    }

    private static Call Value(Seq<Expression> arguments, DataType type) =>
        (ComparisonRewrite.IsNested(arguments[1].Type) ? OfNestedKey : OfKey).Call(type, arguments[0], arguments[1]);

    private static string? FieldName(Expression key) => key is Literal { Value: string name } ? name : null;

    private static Resolution ResolveItem(string function, Seq<Expression> arguments)
    {
        CollectionSignature.RequireCount(function, "(collection, item)", arguments, 2);
        var (of, key) = (arguments[0], arguments[1]);
        switch (of.Type)
        {
            case MapType map:
                return new Resolution([of, Key(function, map, key)], map.ValueType, true);
            case StructType row when FieldName(key) is { } name:
                var field = new GetField(of, IndexOf(row, name));
                return new Resolution(arguments, field.Type, field.Nullable);
            case ArrayType { ElementType: StructType row } array when FieldName(key) is { } name:
                var inner = row.Fields[IndexOf(row, name)];
                return new Resolution(arguments, SqlTypes.ArrayOf(inner.DataType, array.ContainsNull || inner.IsNullable), of.Nullable);
            case ArrayType array:
                var index = ((Parameter)Want.Integral).Accept(function, 1, key);
                return new Resolution([of, index], array.ElementType, of.Nullable || index.Nullable || array.ContainsNull);
            default:
                throw new AnalysisException(
                    "INVALID_EXTRACT_BASE_FIELD_TYPE", $"An item can only be taken of an array, a map or a struct, found {of.Type.SimpleString}.");
        }
    }

    private static Resolution ResolveElement(string function, Seq<Expression> arguments)
    {
        CollectionSignature.RequireCount(function, "(array, int) | (map, key)", arguments, 2);
        var (of, key) = (arguments[0], arguments[1]);
        return of.Type switch
        {
            MapType map => new Resolution([of, Key(function, map, key)], map.ValueType, true),
            ArrayType array when key.Type is IntegralType and not LongType or NullType =>
                new Resolution([of, Coercion.CastTo(key, SqlTypes.Integer)], array.ElementType, true),
            ArrayType => throw Signature.WrongType(function, 1, "int", key),
            _ => throw Signature.WrongType(function, 0, "array or map", of),
        };
    }

    private static Expression Key(string function, MapType map, Expression key) =>
        ((Parameter)Want.Type(map.KeyType)).Accept(function, 1, key);

    private static int IndexOf(StructType row, string name) => row.IndexOf(name) is >= 0 and var index ? index : throw new AnalysisException(
        "FIELD_NOT_FOUND", $"The struct has no field '{name}'; its fields are {string.Join(", ", row.Fields.Select(f => f.Name))}.");
}
