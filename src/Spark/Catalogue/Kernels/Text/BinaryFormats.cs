using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Text in one of the formats of <c>to_binary</c> as binaries: hex, base64, utf-8.</summary>
internal static class BinaryFormats
{
    public static bool IsKnown(string format) => format.ToLowerInvariant() is "hex" or "base64" or "utf-8" or "utf8";

    /// <summary>The bytes; an error when the text is malformed.</summary>
    public static byte[] Parse(string text, string format) => TryParse(text, format) ?? throw new QueryException(
        "CONVERSION_INVALID_INPUT",
        $"The value '{text}' is not {format.ToLowerInvariant()}. Correct the value, or use try_to_binary to get null instead.");

    /// <summary>The bytes; null when the text is malformed.</summary>
    public static byte[]? TryParse(string text, string format) => format.ToLowerInvariant() switch
    {
        "hex" => Hex(text),
        "base64" => Base64Text.DecodeStrict(text),
        "utf-8" or "utf8" => Encoding.UTF8.GetBytes(text),
        _ => null,
    };

    // An odd number of digits has a zero in front.
    private static byte[]? Hex(string text) =>
        text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text.Length % 2 == 0 ? text : "0" + text) : null;
}
