using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Parsing.Literals;

/// <summary>What a quoted text stands for.</summary>
internal static class TextLiteral
{
    /// <summary>The characters of <c>r'...'</c>: all between the quotes.</summary>
    public static string Raw(ReadOnlySpan<char> token) => token[2..^1].ToString();

    /// <summary>
    /// The characters of <c>'...'</c>: <c>\0 \b \n \r \t \Z</c> are control characters, <c>\u0041 \U00000041 \101</c> code points,
    /// <c>\%</c> and <c>\_</c> keep their backslash (for LIKE), any other character after a backslash stands for itself.
    /// </summary>
    public static string Unescape(ReadOnlySpan<char> token)
    {
        var inner = token[1..^1];
        if (!inner.Contains('\\'))
            return WithoutLoneSurrogates(inner.ToString());

        var value = new StringBuilder(inner.Length);
        while (!inner.IsEmpty)
        {
            inner = inner[(inner[0] == '\\' && inner.Length > 1 ? ReadEscape(inner, value) : ReadPlain(inner, value))..];
        }

        return WithoutLoneSurrogates(value.ToString());
    }

    private static int ReadPlain(ReadOnlySpan<char> text, StringBuilder value)
    {
        value.Append(text[0]);
        return 1;
    }

    private static int ReadEscape(ReadOnlySpan<char> text, StringBuilder value)
    {
        if (text[1] == 'u' && ReadCode(text, 4) is { } unit)
        {
            value.Append((char)unit);
            return 6;
        }

        if (text[1] == 'U' && ReadCode(text, 8) is { } point and <= 0x10FFFF)
        {
            _ = point < 0x10000 ? value.Append((char)point) : value.Append(char.ConvertFromUtf32((int)point));
            return 10;
        }

        if (text.Length >= 4 && text[1] is '0' or '1' && IsOctal(text[2]) && IsOctal(text[3]))
        {
            value.Append((char)(((text[1] - '0') * 64) + ((text[2] - '0') * 8) + text[3] - '0'));
            return 4;
        }

        _ = text[1] switch
        {
            '0' => value.Append('\0'),
            'b' => value.Append('\b'),
            'n' => value.Append('\n'),
            'r' => value.Append('\r'),
            't' => value.Append('\t'),
            'Z' => value.Append('\x1a'),
            '%' or '_' => value.Append('\\').Append(text[1]),
            var other => value.Append(other),
        };
        return 2;
    }

    private static uint? ReadCode(ReadOnlySpan<char> text, int digits) =>
        text.Length >= 2 + digits && uint.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static bool IsOctal(char c) => c is >= '0' and <= '7';

    // Half of a surrogate pair has no UTF-8 form; Spark writes a question mark.
    private static string WithoutLoneSurrogates(string value)
    {
        StringBuilder? mended = null;
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
                i++;
            else
                (mended ??= new StringBuilder(value))[i] = '?';
        }

        return mended?.ToString() ?? value;
    }
}
