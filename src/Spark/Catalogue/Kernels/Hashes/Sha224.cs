using System.Buffers.Binary;
using System.Numerics;

namespace SparkEtl.Spark.Catalogue.Kernels.Hashes;

/// <summary>SHA-224 (FIPS 180-4), which .NET has not: SHA-256 from another start, the last word left out.</summary>
internal static class Sha224
{
    private const int Block = 64;
    private const int ResultBytes = 28;

    private static readonly uint[] Start =
        [0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4];

    // The first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static readonly uint[] Constants = [.. Primes().Take(Block).Select(p => FractionOfCubeRoot(p))];

    public static byte[] HashData(ReadOnlySpan<byte> bytes)
    {
        var padded = new byte[((bytes.Length + 8) / Block + 1) * Block];
        bytes.CopyTo(padded);
        padded[bytes.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), (ulong)bytes.Length * 8);

        var state = (uint[])Start.Clone();
        for (var i = 0; i < padded.Length; i += Block)
        {
            Mix(state, padded.AsSpan(i, Block));
        }

        var result = new byte[Start.Length * 4];
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(i * 4), state[i]);
        }

        return result[..ResultBytes];
    }

    private static void Mix(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[Block];
        for (var i = 0; i < Block; i++)
        {
            words[i] = i < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..])
                : words[i - 16] + words[i - 7]
                    + (BitOperations.RotateRight(words[i - 15], 7) ^ BitOperations.RotateRight(words[i - 15], 18) ^ (words[i - 15] >> 3))
                    + (BitOperations.RotateRight(words[i - 2], 17) ^ BitOperations.RotateRight(words[i - 2], 19) ^ (words[i - 2] >> 10));
        }

        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < Block; i++)
        {
            var first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25))
                + ((e & f) ^ (~e & g)) + Constants[i] + words[i];
            var second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22))
                + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static IEnumerable<int> Primes() =>
        Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0));

    // floor(cbrt(p) * 2^32) of the fraction: the cube root of p * 2^96, low 32 bits.
    private static uint FractionOfCubeRoot(int prime)
    {
        var target = (BigInteger)prime << 96;
        BigInteger low = 0, high = BigInteger.One << 36;
        while (high - low > 1)
        {
            var middle = (low + high) >> 1;
            (low, high) = middle * middle * middle <= target ? (middle, high) : (low, middle);
        }

        return (uint)(low & uint.MaxValue);
    }
}
