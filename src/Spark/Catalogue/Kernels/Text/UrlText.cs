using System.Globalization;
using System.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Strings as they stand in the query of a URL: a blank as <c>+</c>, other bytes of UTF-8 as <c>%XX</c>.</summary>
internal static class UrlText
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            _ = (char)b switch
            {
                ' ' => encoded.Append('+'),
                var c when char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '*' or '_' => encoded.Append(c),
                _ => encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}"),
            };
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        var decoded = new StringBuilder(text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '%')
            {
                bytes.Add(Byte(text, i));
                i += 3;
                continue;
            }

            Flush();
            decoded.Append(text[i] == '+' ? ' ' : text[i]);
            i++;
        }

        Flush();
        return decoded.ToString();

        void Flush()
        {
            decoded.Append(Encoding.UTF8.GetString([.. bytes]));
            bytes.Clear();
        }
    }

    private static byte Byte(string text, int at) =>
        at + 3 <= text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new QueryException(
                "CANNOT_DECODE_URL", $"The URL text '{text}' cannot be decoded: the '%' at index {at} is not followed by two hexadecimal digits.");
}
