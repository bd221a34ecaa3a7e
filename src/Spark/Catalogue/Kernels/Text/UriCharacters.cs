using System.Buffers;
using System.Globalization;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>The characters that RFC 2396 allows in each part of a URI, and RFC 2732 for addresses in brackets.</summary>
internal static class UriCharacters
{
    public const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public const string LettersAndDigits = Letters + "0123456789";

    public static readonly SearchValues<char> Scheme = SearchValues.Create(LettersAndDigits + "+-.");
    public static readonly SearchValues<char> Any = SearchValues.Create(Unreserved + ";/?:@&=+$,[]");
    public static readonly SearchValues<char> Path = SearchValues.Create(Unreserved + ":@&=+$,;/");
    public static readonly SearchValues<char> Registry = SearchValues.Create(Unreserved + "$,;:@&=+");
    public static readonly SearchValues<char> UserInfo = SearchValues.Create(Unreserved + ";:&=+$,");
    public static readonly SearchValues<char> Server = SearchValues.Create(Unreserved + ";:&=+$,.@[]");
    public static readonly SearchValues<char> ServerWithPercent = SearchValues.Create(Unreserved + ";:&=+$,.@[]%");

    private const string Unreserved = LettersAndDigits + "_-!.~'()*";

    /// <summary>The index of the first character that is not one of these; an escape %XX and other letters of the world count as one.</summary>
    /// <returns>The index, the text's length when all are; -1 - index where an escape is malformed.</returns>
    public static int FirstOther(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (allowed.Contains(text[i]))
            {
                continue;
            }

            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
                {
                    return -1 - i;
                }

                i += 2;
            }
            else if (!IsOther(text[i]))
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool IsOther(char c) => c > 128 && CharUnicodeInfo.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
