using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Strings as bytes of a named character set. What the set does not hold is an error, never a question mark.</summary>
internal static class Charsets
{
    private static readonly string[] Names = ["US-ASCII", "ISO-8859-1", "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-16"];

    public static byte[] Encode(string text, string charset)
    {
        var encoding = Find(charset, "encode");
        try
        {
            var bytes = encoding.GetBytes(text);
            return IsMarked(charset) && text.Length > 0 ? [0xFE, 0xFF, .. bytes] : bytes;
        }
        catch (EncoderFallbackException e)
        {
            throw Malformed("encode", charset, e);
        }
    }

    public static string Decode(byte[] bytes, string charset)
    {
        var encoding = Find(charset, "decode");
        var start = 0;
        if (IsMarked(charset) && bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
        {
            encoding = bytes[0] == 0xFE ? encoding : Strict("utf-16LE");
            start = 2;
        }

        try
        {
            return encoding.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            throw Malformed("decode", charset, e);
        }
    }

    private static bool IsMarked(string charset) => charset.Equals("UTF-16", StringComparison.OrdinalIgnoreCase);

    private static Encoding Find(string charset, string function) =>
        Names.Contains(charset, StringComparer.OrdinalIgnoreCase)
            ? Strict(IsMarked(charset) ? "utf-16BE" : charset)
            : throw new QueryException(
                "INVALID_PARAMETER_VALUE.CHARSET", $"The character set '{charset}' of {function} is not one of {string.Join(", ", Names)}.");

    private static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static QueryException Malformed(string function, string charset, Exception e) => new(
        "MALFORMED_CHARACTER_CODING", $"The value that {function} was given holds what {charset} has no code for: {e.Message}", e);
}
