using System.Security.Cryptography;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Ciphers;

/// <summary>AES as <c>aes_encrypt</c> and <c>aes_decrypt</c> have it: in the modes GCM and CBC the initialization vector stands before the text, in GCM the tag behind it.</summary>
internal static class AesCipher
{
    private const string Gcm = "GCM";
    private const string Cbc = "CBC";
    private const string Ecb = "ECB";
    private const int GcmVector = 12;
    private const int BlockSize = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="arguments">Text, key, mode, padding, initialization vector, authenticated data; all but the first two may be left out.</param>
    public static byte[] Encrypt(object?[] arguments)
    {
        var mode = Mode(arguments);
        var key = Key(arguments);
        var vector = Vector(mode, Bytes(arguments, 4));
        var data = Authenticated(mode, Bytes(arguments, 5));
        var text = (byte[])arguments[0]!;
        if (mode == Gcm)
        {
            using var gcm = new AesGcm(key, BlockSize);
            var (cipher, tag) = (new byte[text.Length], new byte[BlockSize]);
            gcm.Encrypt(vector, text, cipher, tag, data);
            return [.. vector, .. cipher, .. tag];
        }

        using var aes = Aes.Create();
        aes.Key = key;
        return mode == Cbc ? [.. vector, .. aes.EncryptCbc(text, vector)] : aes.EncryptEcb(text, PaddingMode.PKCS7);
    }

    /// <summary>Decrypts.</summary>
    /// <param name="arguments">Text, key, mode, padding, authenticated data; all but the first two may be left out.</param>
    public static byte[] Decrypt(object?[] arguments)
    {
        var mode = Mode(arguments);
        var key = Key(arguments);
        var data = Authenticated(mode, Bytes(arguments, 4));
        var text = ((byte[])arguments[0]!).AsSpan();
        try
        {
            if (mode == Gcm)
            {
                using var gcm = new AesGcm(key, BlockSize);
                var plain = new byte[Math.Max(0, text.Length - GcmVector - BlockSize)];
                gcm.Decrypt(text[..GcmVector], text[GcmVector..^BlockSize], text[^BlockSize..], plain, data);
                return plain;
            }

            using var aes = Aes.Create();
            aes.Key = key;
            return mode == Cbc ? aes.DecryptCbc(text[BlockSize..], text[..BlockSize]) : aes.DecryptEcb(text, PaddingMode.PKCS7);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new QueryException(
                "INVALID_PARAMETER_VALUE.AES_CRYPTO_ERROR", $"Found a text that cannot be decrypted, expected one that was encrypted with the same key, mode and padding: {e.Message}", e);
        }
    }

    /// <summary>Decrypts; null where that fails.</summary>
    public static byte[]? TryDecrypt(object?[] arguments)
    {
        try
        {
            return Decrypt(arguments);
        }
        catch (QueryException)
        {
            return null;
        }
    }

    private static string Mode(object?[] arguments)
    {
        var mode = Text(arguments, 2, Gcm);
        var padding = Text(arguments, 3, "DEFAULT");
        return (mode, padding) is (Gcm, "NONE" or "DEFAULT") or (Cbc or Ecb, "PKCS" or "DEFAULT")
            ? mode
            : throw new QueryException(
                "UNSUPPORTED_FEATURE.AES_MODE", $"Found the mode {mode} with the padding {padding}, expected GCM with NONE or DEFAULT, or CBC or ECB with PKCS or DEFAULT.");
    }

    private static byte[] Key(object?[] arguments) => (byte[])arguments[1]! is { Length: 16 or 24 or 32 } key
        ? key
        : throw new QueryException("INVALID_PARAMETER_VALUE.AES_KEY_LENGTH", $"Found a key of {((byte[])arguments[1]!).Length} bytes, expected 16, 24 or 32.");

    private static byte[] Vector(string mode, byte[] given)
    {
        var expected = mode switch
        {
            Gcm => GcmVector,
            Cbc => BlockSize,
            _ => 0,
        };
        return given.Length == 0 ? RandomNumberGenerator.GetBytes(expected)
            : mode == Ecb ? throw new QueryException("UNSUPPORTED_FEATURE.AES_MODE_IV", "Found an initialization vector for the mode ECB, which has none.")
            : given.Length == expected ? given
            : throw new QueryException("INVALID_PARAMETER_VALUE.AES_IV_LENGTH", $"Found an initialization vector of {given.Length} bytes, expected {expected} for the mode {mode}.");
    }

    private static byte[] Authenticated(string mode, byte[] given) => given.Length == 0 || mode == Gcm
        ? given
        : throw new QueryException("UNSUPPORTED_FEATURE.AES_MODE_AAD", $"Found authenticated data for the mode {mode}, expected it for GCM only.");

    private static string Text(object?[] arguments, int index, string otherwise) =>
        arguments.Length > index ? ((string)arguments[index]!).ToUpperInvariant() : otherwise;

    private static byte[] Bytes(object?[] arguments, int index) => arguments.Length > index ? (byte[])arguments[index]! : [];
}
