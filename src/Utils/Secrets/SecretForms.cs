using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace SparkEtl.Utils.Secrets;

/// <summary>The ways a secret may look in text.</summary>
internal static class SecretForms
{
    public const int ShortestMasked = 4;

    // Shorter pieces of base64 would be found in innocent text.
    private const int ShortestBase64Piece = 6;

    public static IEnumerable<string> Of(string secret)
    {
        yield return secret;
        // A key of several lines is printed line by line, and indented.
        foreach (string line in secret.Split('\n', '\r').Where(l => l.Trim().Length >= 8)) yield return line.Trim();

        yield return Uri.EscapeDataString(secret);
        yield return LowerHex(Uri.EscapeDataString(secret));
        yield return WebUtility.UrlEncode(secret);
        yield return LowerHex(WebUtility.UrlEncode(secret));
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        yield return secret.Replace("'", "''", StringComparison.Ordinal);
        yield return secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
        foreach (string piece in Base64(Encoding.UTF8.GetBytes(secret)))
        {
            yield return piece;
            yield return piece.Replace('+', '-').Replace('/', '_');
        }
    }

    // Within a longer text (user:password) the secret may start at any of three offsets of a base64 group; the characters that depend
    // on its neighbours are left out.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        yield return Convert.ToBase64String(bytes);
        for (int offset = 0; offset < 3; offset++)
        {
            byte[] shifted = [.. new byte[offset], .. bytes];
            string encoded = Convert.ToBase64String(shifted).TrimEnd('=');
            int first = offset == 0 ? 0 : offset + 1;
            int end = shifted.Length % 3 == 0 ? encoded.Length : encoded.Length - 1;
            if (end - first >= ShortestBase64Piece) yield return encoded[first..end];
        }
    }

    private static string LowerHex(string encoded)
    {
        char[] characters = encoded.ToCharArray();
        for (int i = 0; i < characters.Length - 2; i++)
        {
            if (characters[i] != '%') continue;
            characters[i + 1] = char.ToLowerInvariant(characters[i + 1]);
            characters[i + 2] = char.ToLowerInvariant(characters[i + 2]);
        }
        return new string(characters);
    }
}
