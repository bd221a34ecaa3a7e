using SparkEtl.Spark.Catalogue.Functions.Collections;
using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Kernels.Collections;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Maps. Those made here hold each key once and no null key, so the embedded engine's own functions read them safely.</summary>
internal static class MapFunctions
{
    public static IEnumerable<Function> All =>
    [
        CollectionEntry.Map("map", MapOf(), Rendering.Kernel(_ => new Kernel(MapKernels.OfPairs) { SeesNulls = true, Variadic = true }), canFail: true),
        CollectionEntry.Map("map_from_arrays", FromArrays(), Rendering.Kernel(MapKernels.OfArrays), canFail: true),
        CollectionEntry.Map("map_from_entries", FromEntries(), Rendering.Kernel(MapKernels.OfEntries), canFail: true),
        CollectionEntry.Map("map_concat", Concat(), Rendering.Kernel(_ => new Kernel(MapKernels.Concat) { SeesNulls = true, Variadic = true }), canFail: true),
        CollectionEntry.Map("map_contains_key", ContainsKey(), Rendering.Kernel(MapKernels.ContainsKey)),
        CollectionEntry.Map(
            "map_keys", OfMap(m => SqlTypes.ArrayOf(m.KeyType, containsNull: false)), Rendering.Native("map_keys")),
        CollectionEntry.Map("map_values", OfMap(m => SqlTypes.ArrayOf(m.ValueType, m.ValueContainsNull)), Rendering.Native("map_values")),
        CollectionEntry.Map("map_entries", OfMap(m => SqlTypes.ArrayOf(EntryOf(m), containsNull: false)), Rendering.Native("map_entries")),
        CollectionEntry.Map(
            "str_to_map",
            Signature.Of(
                Returns.Type(SqlTypes.MapOf(SqlTypes.String, SqlTypes.String)),
                Want.String,
                Parameter.Option(Want.Constant(Want.String), Literal.Of(",")),
                Parameter.Option(Want.Constant(Want.String), Literal.Of(":"))),
            Rendering.Kernel(TextToMap.Make),
            canFail: true),
    ];

    /// <summary>The struct of key and value that stands for an entry.</summary>
    public static StructType EntryOf(MapType map) =>
        new([new StructField("key", map.KeyType, false), new StructField("value", map.ValueType, map.ValueContainsNull)]);

    /// <summary>Refuses a type of keys that holds a map.</summary>
    public static void RequireKey(string function, DataType key)
    {
        if (!Coercion.IsOrderable(key))
        {
            throw new AnalysisException("DATATYPE_MISMATCH.INVALID_MAP_KEY_TYPE", $"A key of {function} cannot be or hold a map, found {key.SimpleString}.");
        }
    }

    private static Signature OfMap(Func<MapType, DataType> result) =>
        Signature.Of(Returns.From(a => result((MapType)a[0].Type)), Want.Map);

    private static Signature MapOf() => Signature.Custom("(key, value...)", (function, arguments) =>
    {
        if (arguments.Count % 2 != 0)
        {
            throw Signature.WrongCount(function, "2n (n >= 0) arguments, keys and values in turn", arguments.Count);
        }

        var keys = arguments.Where((_, i) => i % 2 == 0).ToSeq();
        var values = arguments.Where((_, i) => i % 2 == 1).ToSeq();
        var keyType = CommonTypes.Wider(keys) ?? throw Differ("CREATE_MAP_KEY_DIFF_TYPES", "keys", function, keys);
        var valueType = CommonTypes.Wider(values) ?? throw Differ("CREATE_MAP_VALUE_DIFF_TYPES", "values", function, values);
        RequireKey(function, keyType);
        return new Resolution(
            arguments.Select((a, i) => Coercion.CastTo(a, i % 2 == 0 ? keyType : valueType)).ToSeq(),
            SqlTypes.MapOf(keyType, valueType, values.Any(v => v.Nullable)),
            false);
    });

    private static AnalysisException Differ(string subclass, string what, string function, Seq<Expression> arguments) => new(
        $"DATATYPE_MISMATCH.{subclass}",
        $"The {what} of {function} must have one common type, found {string.Join(", ", arguments.Map(a => a.Type.SimpleString))}. Cast them.");

    private static Signature FromArrays() => Signature.Custom("(array, array)", (function, arguments) =>
    {
        CollectionSignature.RequireCount(function, "(array, array)", arguments, 2);
        var arrays = arguments.Select((a, i) => CollectionSignature.ArrayOf(function, i, a)).ToSeq();
        var (keys, values) = ((ArrayType)arrays[0].Type, (ArrayType)arrays[1].Type);
        RequireKey(function, keys.ElementType);
        return new Resolution(arrays, SqlTypes.MapOf(keys.ElementType, values.ElementType, values.ContainsNull), arrays.Any(a => a.Nullable));
    });

    private static Signature FromEntries() => Signature.Custom("(array of structs of two)", (function, arguments) =>
    {
        CollectionSignature.RequireCount(function, "(array of structs of two)", arguments, 1);
        if (arguments[0].Type is not ArrayType { ElementType: StructType { Fields: [var key, var value] } } array)
        {
            throw Signature.WrongType(function, 0, "array of structs of a key and a value", arguments[0]);
        }

        RequireKey(function, key.DataType);
        return new Resolution(
            arguments, SqlTypes.MapOf(key.DataType, value.DataType, value.IsNullable), arguments[0].Nullable || array.ContainsNull);
    });

    private static Signature Concat() => Signature.Custom("(map...)", (function, arguments) =>
    {
        if (arguments.Count == 0)
        {
            return new Resolution(arguments, SqlTypes.MapOf(SqlTypes.String, SqlTypes.String), false);
        }

        if (arguments.FirstOrDefault(a => a.Type is not (MapType or NullType)) is { } other)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.MAP_CONCAT_DIFF_TYPES", $"{function} takes maps, found {other.Type.SimpleString}.");
        }

        var type = CommonTypes.Wider(arguments) ?? throw Differ("MAP_CONCAT_DIFF_TYPES", "maps", function, arguments);
        type = type is NullType ? SqlTypes.MapOf(SqlTypes.Null, SqlTypes.Null) : type;
        return new Resolution(arguments.Map(a => Coercion.CastTo(a, type)), type, arguments.Any(a => a.Nullable));
    });

    private static Signature ContainsKey() => Signature.Custom("(map, key)", (function, arguments) =>
    {
        CollectionSignature.RequireCount(function, "(map, key)", arguments, 2);
        if (arguments[1].Type is NullType)
        {
            throw new AnalysisException("DATATYPE_MISMATCH.NULL_TYPE", $"{function} cannot look for an untyped null: a key is never null.");
        }

        if (arguments[0].Type is not MapType map || CollectionSignature.Common(map.KeyType, arguments[1].Type) is not { } key)
        {
            throw new AnalysisException(
                "DATATYPE_MISMATCH.MAP_FUNCTION_DIFF_TYPES",
                $"{function} takes a map and a key of its type, found {arguments[0].Type.SimpleString} and {arguments[1].Type.SimpleString}.");
        }

        return new Resolution(
            [Coercion.CastTo(arguments[0], SqlTypes.MapOf(key, map.ValueType, map.ValueContainsNull)), Coercion.CastTo(arguments[1], key)],
            SqlTypes.Boolean,
            arguments.Any(a => a.Nullable));
    });
}
