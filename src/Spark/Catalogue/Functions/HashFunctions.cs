using SparkEtl.Spark.Catalogue.Functions.Operators;
using SparkEtl.Spark.Catalogue.Functions.Strings;
using SparkEtl.Spark.Catalogue.Kernels.Hashes;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Functions;

/// <summary>Hashes and digests.</summary>
internal static class HashFunctions
{
    private const string Family = "hash";

    public static IEnumerable<Function> All =>
    [
        Digest("md5", Digests.Md5),
        Digest("sha1", Digests.Sha1, "sha"),
        ScalarEntry.Of(Family, "sha2", Signature.Of(Returns.String.MaybeNull(), Accepts.Binary, Takes.Int), Rendering.Kernel(Digests.Sha2)),
        ScalarEntry.Of(Family, "crc32", Signature.Of(Returns.Long, Accepts.Binary), Rendering.Kernel(Digests.Crc32)),
        ScalarEntry.Of(Family, "hash", Values(SqlTypes.Integer), Rendering.Kernel(site =>
        {
            var hash = new ValueHash<int>(Murmur3.Hash, Murmur3.Hash, Murmur3.Hash);
            return new Kernel((object?[] values) => hash.All(values, site.Arguments, Murmur3.Seed)) { Variadic = true, SeesNulls = true };
        })),
        ScalarEntry.Of(Family, "xxhash64", Values(SqlTypes.Long), Rendering.Kernel(site =>
        {
            var hash = new ValueHash<long>(XxHash64.Hash, XxHash64.Hash, XxHash64.Hash);
            return new Kernel((object?[] values) => hash.All(values, site.Arguments, XxHash64.Seed)) { Variadic = true, SeesNulls = true };
        })),
    ];

    private static Function Digest(string name, Func<byte[], string> kernel, params string[] aliases) =>
        ScalarEntry.Of(Family, name, Signature.Of(Returns.String, Accepts.Binary), Rendering.Kernel(kernel), aliases: aliases.ToSeq());

    private static Signature Values(DataType result) => Signature.Custom("(any...)", (function, arguments) =>
    {
        if (arguments.Count == 0)
        {
            throw Signature.WrongCount(function, "at least 1 argument", 0);
        }

        return arguments.FirstOrDefault(a => HasMap(a.Type)) is { } map
            ? throw new AnalysisException(
                "DATATYPE_MISMATCH.HASH_MAP_TYPE", $"{function} takes no map, found {map.Type.SimpleString}: equal maps may have their entries in any order. Hash map_entries of it, sorted.")
            : new Resolution(arguments, result, false);
    });

    private static bool HasMap(DataType type) => type switch
    {
        MapType => true,
        ArrayType a => HasMap(a.ElementType),
        StructType s => s.Fields.Exists(f => HasMap(f.DataType)),
        _ => false,
    };
}
