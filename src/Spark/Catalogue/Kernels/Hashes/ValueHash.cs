using System.Numerics;
using System.Text;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Catalogue.Kernels.Hashes;

/// <summary>
/// <c>hash</c> and <c>xxhash64</c>: each value is hashed with the hash before it as the seed, the values of arrays and structs one after the
/// other. A null leaves the hash as it is.
/// </summary>
internal sealed class ValueHash<T>(Func<int, T, T> ofInt, Func<long, T, T> ofLong, ValueHash<T>.OfBytes ofBytes)
{
    private const int MostDigitsOfLong = 18;

    public delegate T OfBytes(ReadOnlySpan<byte> bytes, T seed);

    public T All(object?[] values, Seq<DataType> types, T seed)
    {
        for (var i = 0; i < values.Length; i++)
        {
            seed = Of(values[i], types[i], seed);
        }

        return seed;
    }

    private T Of(object? value, DataType type, T seed) => (value, type) switch
    {
        (null, _) => seed,
        (bool b, _) => ofInt(b ? 1 : 0, seed),
        (sbyte n, _) => ofInt(n, seed),
        (short n, _) => ofInt(n, seed),
        (int n, _) => ofInt(n, seed),
        (long n, _) => ofLong(n, seed),

        // Zero has one hash, and so has NaN.
        (float f, _) => ofInt(f == 0 ? 0 : float.IsNaN(f) ? 0x7FC00000 : BitConverter.SingleToInt32Bits(f), seed),
        (double d, _) => ofLong(d == 0 ? 0 : double.IsNaN(d) ? 0x7FF8000000000000 : BitConverter.DoubleToInt64Bits(d), seed),
        (string s, _) => ofBytes(Encoding.UTF8.GetBytes(s), seed),
        (byte[] bytes, _) => ofBytes(bytes, seed),
        (DecimalValue d, DecimalType { Precision: <= MostDigitsOfLong }) => ofLong((long)d.Unscaled, seed),
        (DecimalValue d, _) => ofBytes(((BigInteger)d.Unscaled).ToByteArray(isUnsigned: false, isBigEndian: true), seed),
        (object?[] items, ArrayType a) => items.Aggregate(seed, (hash, item) => Of(item, a.ElementType, hash)),
        (object?[] fields, StructType s) => All(fields, s.Fields.Select(f => f.DataType).ToSeq(), seed),
        _ => throw new InvalidOperationException($"A value of type {type.SimpleString} has no hash."),
    };
}
