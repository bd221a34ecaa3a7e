using System.Buffers.Binary;
using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Kernels.Hashes;

/// <summary>Murmur3 with 32 bits as Spark computes it: the bytes left over after words of four are mixed in one by one.</summary>
internal static class Murmur3
{
    /// <summary>What Spark starts with.</summary>
    public const int Seed = 42;

    private const uint First = 0xCC9E2D51;
    private const uint Second = 0x1B873593;

    public static int Hash(int value, int seed) => Finish(Mix((uint)seed, (uint)value), 4);

    public static int Hash(long value, int seed) => Finish(Mix(Mix((uint)seed, (uint)value), (uint)(value >>> 32)), 8);

    public static int Hash(ReadOnlySpan<byte> bytes, int seed)
    {
        var hash = (uint)seed;
        var words = bytes.Length & ~3;
        for (var i = 0; i < words; i += 4)
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]));
        }

        for (var i = words; i < bytes.Length; i++)
        {
            hash = Mix(hash, (uint)(sbyte)bytes[i]);
        }

        return Finish(hash, bytes.Length);
    }

    private static uint Mix(uint hash, uint word)
    {
        hash ^= BitOperations.RotateLeft(word * First, 15) * Second;
        return (BitOperations.RotateLeft(hash, 13) * 5) + 0xE6546B64;
    }

    private static int Finish(uint hash, int length)
    {
        hash ^= (uint)length;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return (int)(hash ^ (hash >> 16));
    }
}
