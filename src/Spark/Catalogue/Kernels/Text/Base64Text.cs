using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Binaries as base64 text, in lines of 76 characters, and back.</summary>
internal static class Base64Text
{
    private const int BitsPerCharacter = 6;
    private const int GroupLength = 4;
    private const int MostPadding = 2;

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    /// <summary>Characters that are not of base64 are left out, as MIME wants it; the padding may be missing.</summary>
    public static byte[] Decode(string text) => TryDecode(text) ?? throw Malformed(text);

    /// <summary>As <see cref="Decode"/>, but blanks are the only other characters, and padding fills the last group; null when they do not.</summary>
    public static byte[]? DecodeStrict(string text) => IsStrict(text) ? TryDecode(text) : null;

    public static QueryException Malformed(string text) => new(
        "CONVERSION_INVALID_INPUT", $"The value '{text}' is not base64. Correct the value, or use try_to_binary to get null instead.");

    private static byte[]? TryDecode(string text)
    {
        var bytes = new List<byte>(text.Length * BitsPerCharacter / 8);
        int bits = 0, held = 0, i = 0;
        for (; i < text.Length && text[i] != '='; i++)
        {
            var value = Value(text[i]);
            if (value >= 0)
            {
                bits = (bits << BitsPerCharacter) | value;
                held += BitsPerCharacter;
                if (held >= 8)
                {
                    held -= 8;
                    bytes.Add((byte)(bits >> held));
                    bits &= (1 << held) - 1;
                }
            }
        }

        // Six bits over are one character of a group: not a byte, with padding or without.
        if (held == BitsPerCharacter)
        {
            return null;
        }

        if (i < text.Length)
        {
            var missing = held == 4 ? 2 : held == 2 ? 1 : 0;
            if (missing == 0 || (missing == 2 && (i + 1 == text.Length || text[i + 1] != '=')) || text[(i + missing)..].Any(c => Value(c) >= 0))
            {
                return null;
            }
        }

        return [.. bytes];
    }

    private static bool IsStrict(string text)
    {
        int count = 0, padding = 0;
        foreach (var c in text)
        {
            padding += c == '=' ? 1 : 0;
            if (padding > (c == '=' ? MostPadding : 0) || (c != '=' && Value(c) < 0 && !IsBlank(c)))
            {
                return false;
            }

            count += IsBlank(c) ? 0 : 1;
        }

        return padding > 0 ? count % GroupLength == 0 : count % GroupLength != 1;
    }

    private static bool IsBlank(char c) => c is ' ' or (>= '\t' and <= '\r') or (>= '\u001C' and <= '\u001F');

    private static int Value(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };
}
