using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>A pattern's text, read from left to right.</summary>
internal sealed class PatternReader(string text)
{
    public int At { get; set; }

    public PatternFlags Flags { get; set; }

    public bool AtEnd => At >= text.Length;

    /// <summary>The character to come; U+0000 at the end.</summary>
    public char Next => At < text.Length ? text[At] : '\0';

    public char Peek(int ahead) => At + ahead < text.Length ? text[At + ahead] : '\0';

    public char Take() => AtEnd ? throw Error("Unexpected end of the pattern") : text[At++];

    public bool Skip(char c)
    {
        if (AtEnd || text[At] != c)
        {
            return false;
        }

        At++;
        return true;
    }

    public bool Skip(string word)
    {
        if (string.CompareOrdinal(text, At, word, 0, word.Length) != 0)
        {
            return false;
        }

        At += word.Length;
        return true;
    }

    /// <summary>Leaves blanks and comments out when the x mode is on.</summary>
    public void SkipComments()
    {
        while ((Flags & PatternFlags.Comments) != 0 && !AtEnd && (NamedClasses.Space.Contains(Next) || Next == '#'))
        {
            if (Take() == '#')
            {
                while (!AtEnd && !NamedClasses.LineEnds.Contains(Next))
                {
                    At++;
                }
            }
        }
    }

    /// <summary>The text up to a closing character, which is taken too.</summary>
    public string Until(char close, string what)
    {
        var end = text.IndexOf(close, Math.Min(At, text.Length));
        if (end < 0)
        {
            throw Error($"Unclosed {what}");
        }

        var inside = text[At..end];
        At = end + 1;
        return inside;
    }

    /// <summary>The text of <c>\Q...\E</c>, of which the end may be missing.</summary>
    public string Quoted()
    {
        var end = text.IndexOf("\\E", At, StringComparison.Ordinal);
        var inside = end < 0 ? text[At..] : text[At..end];
        At = end < 0 ? text.Length : end + 2;
        return inside;
    }

    /// <summary>One code point as it stands.</summary>
    public int TakePoint()
    {
        var first = Take();
        return char.IsHighSurrogate(first) && char.IsLowSurrogate(Next) ? char.ConvertToUtf32(first, Take()) : first;
    }

    /// <summary>The code point that an escape stands for, the backslash and the letter taken; null when that letter stands for none.</summary>
    public int? Escaped(char letter) => letter switch
    {
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        'f' => '\f',
        'a' => 7,
        'e' => 27,
        '0' => Octal(),
        'x' when Skip('{') => Hex(Until('}', "hexadecimal escape")),
        'x' => Hex(Digits(2)),
        'u' => Utf16(),
        'c' => Take() ^ 64,
        _ when char.IsAsciiLetterOrDigit(letter) => null,
        _ when char.IsHighSurrogate(letter) && char.IsLowSurrogate(Next) => char.ConvertToUtf32(letter, Take()),
        _ => letter,
    };

    public PatternSyntaxError Error(string reason) => new(reason, At);

    private int Utf16()
    {
        var high = Hex(Digits(4));
        if (high is >= 0xD800 and <= 0xDBFF && Next == '\\' && Peek(1) == 'u')
        {
            var mark = At;
            At += 2;
            var low = Hex(Digits(4));
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                return char.ConvertToUtf32((char)high, (char)low);
            }

            At = mark;
        }

        return high;
    }

    private int Octal()
    {
        var value = 0;
        var digits = 0;
        while (digits < 3 && Next is >= '0' and <= '7' && (digits < 2 || value <= 31))
        {
            value = (value * 8) + (Take() - '0');
            digits++;
        }

        return digits > 0 ? value : throw Error("Illegal octal escape sequence");
    }

    private string Digits(int count)
    {
        var digits = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            digits.Append(Take());
        }

        return digits.ToString();
    }

    private int Hex(string digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= CodePointSet.Largest
            ? value
            : throw Error("Illegal hexadecimal escape sequence");
}
