using SparkEtl.Spark.Catalogue.Functions.Strings;
using SparkEtl.Spark.Catalogue.Kernels.Ciphers;

namespace SparkEtl.Spark.Catalogue.Functions.Misc;

/// <summary>Encryption.</summary>
internal static class CipherFunctions
{
    private const string Family = "misc";

    private static readonly Parameter Mode = Parameter.Option(Accepts.OnlyString);
    private static readonly Parameter Bytes = Parameter.Option(Accepts.Binary);

    public static IEnumerable<Function> All =>
    [
        Of("aes_encrypt", AesCipher.Encrypt, Accepts.Binary, Accepts.Binary, Mode, Mode, Bytes, Bytes),
        Of("aes_decrypt", AesCipher.Decrypt, Accepts.Binary, Accepts.Binary, Mode, Mode, Bytes),
        Of("try_aes_decrypt", AesCipher.TryDecrypt, Accepts.Binary, Accepts.Binary, Mode, Mode, Bytes),
    ];

    // Volatile, for each row has a vector of its own.
    private static Function Of(string name, Func<object?[], byte[]?> kernel, params Parameter[] parameters) => ScalarEntry.Of(
        Family,
        name,
        Signature.Of(Returns.Binary.MaybeNull(), parameters),
        Rendering.Kernel(_ => new Kernel(kernel) { Variadic = true, Volatile = true }),
        canFail: true);
}
