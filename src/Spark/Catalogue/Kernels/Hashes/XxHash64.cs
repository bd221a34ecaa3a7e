using System.Buffers.Binary;
using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Kernels.Hashes;

/// <summary>XXH64.</summary>
internal static class XxHash64
{
    /// <summary>What Spark starts with.</summary>
    public const long Seed = 42;

    private const ulong P1 = 0x9E3779B185EBCA87;
    private const ulong P2 = 0xC2B2AE3D27D4EB4F;
    private const ulong P3 = 0x165667B19E3779F9;
    private const ulong P4 = 0x85EBCA77C2B2AE63;
    private const ulong P5 = 0x27D4EB2F165667C5;
    private const int Stripe = 32;

    public static long Hash(int value, long seed) => Finish(MixInt((ulong)seed + P5 + 4, (uint)value));

    public static long Hash(long value, long seed) => Finish(MixLong((ulong)seed + P5 + 8, (ulong)value));

    public static long Hash(ReadOnlySpan<byte> bytes, long seed)
    {
        var hash = (bytes.Length >= Stripe ? Stripes(bytes, (ulong)seed) : (ulong)seed + P5) + (ulong)bytes.Length;
        var rest = bytes[(bytes.Length / Stripe * Stripe)..];
        for (; rest.Length >= 8; rest = rest[8..])
        {
            hash = MixLong(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        if (rest.Length >= 4)
        {
            hash = MixInt(hash, BinaryPrimitives.ReadUInt32LittleEndian(rest));
            rest = rest[4..];
        }

        foreach (var b in rest)
        {
            hash = BitOperations.RotateLeft(hash ^ (b * P5), 11) * P1;
        }

        return Finish(hash);
    }

    private static ulong Stripes(ReadOnlySpan<byte> bytes, ulong seed)
    {
        ulong a = seed + P1 + P2, b = seed + P2, c = seed, d = seed - P1;
        for (; bytes.Length >= Stripe; bytes = bytes[Stripe..])
        {
            a = Round(a, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            b = Round(b, BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
            c = Round(c, BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]));
            d = Round(d, BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        }

        var hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        return Merge(Merge(Merge(Merge(hash, a), b), c), d);
    }

    private static ulong Round(ulong hash, ulong word) => BitOperations.RotateLeft(hash + (word * P2), 31) * P1;

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * P1) + P4;

    private static ulong MixLong(ulong hash, ulong word) => (BitOperations.RotateLeft(hash ^ Round(0, word), 27) * P1) + P4;

    private static ulong MixInt(ulong hash, uint word) => (BitOperations.RotateLeft(hash ^ (word * P1), 23) * P2) + P3;

    private static long Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * P2;
        hash = (hash ^ (hash >> 29)) * P3;
        return (long)(hash ^ (hash >> 32));
    }
}
