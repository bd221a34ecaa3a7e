using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace SparkEtl.Spark.Catalogue.Kernels.Hashes;

/// <summary>Digests of binaries, as lower-case hexadecimal text.</summary>
internal static class Digests
{
    private const uint CrcPolynomial = 0xEDB88320;
    private const string NoSecrets = "The functions are what Spark has, for keys and comparisons; nobody's secrets rest on them.";

    private static readonly uint[] CrcTable = MakeCrcTable();

    [SuppressMessage("Security", "CA5351", Justification = NoSecrets)]
    public static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));

    [SuppressMessage("Security", "CA5350", Justification = NoSecrets)]
    public static string Sha1(byte[] bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));

    /// <summary>SHA-2 of that many bits, 0 for 256; null for any other number.</summary>
    public static string? Sha2(byte[] bytes, int bits) => bits switch
    {
        0 or 256 => Convert.ToHexStringLower(SHA256.HashData(bytes)),
        224 => Convert.ToHexStringLower(Sha224.HashData(bytes)),
        384 => Convert.ToHexStringLower(SHA384.HashData(bytes)),
        512 => Convert.ToHexStringLower(SHA512.HashData(bytes)),
        _ => null,
    };

    public static long Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = (crc >> 8) ^ CrcTable[(crc ^ b) & 0xFF];
        }

        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ CrcPolynomial : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
