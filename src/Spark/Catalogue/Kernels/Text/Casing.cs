using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Upper, lower and title case by Unicode's full mappings, without a language: <c>ß</c> becomes <c>SS</c>.</summary>
internal static class Casing
{
    private const char CapitalSigma = 'Σ';
    private const char FinalSigma = 'ς';
    private const char DottedCapitalI = 'İ';
    private const char Iota = 'Ι';

    // Letters whose upper case is more than one character, or that .NET's invariant culture leaves alone.
    private static readonly FrozenDictionary<char, string> Upper = new Dictionary<char, string>
    {
        ['ß'] = "SS",
        ['ı'] = "I",
        ['ŉ'] = "ʼN",
        ['ǰ'] = "J\u030C",
        ['ΐ'] = "Ι\u0308\u0301",
        ['ΰ'] = "Υ\u0308\u0301",
        ['և'] = "ԵՒ",
        ['ẖ'] = "H\u0331",
        ['ẗ'] = "T\u0308",
        ['ẘ'] = "W\u030A",
        ['ẙ'] = "Y\u030A",
        ['ẚ'] = "Aʾ",
        ['ὐ'] = "Υ\u0313",
        ['ὒ'] = "Υ\u0313\u0300",
        ['ὔ'] = "Υ\u0313\u0301",
        ['ὖ'] = "Υ\u0313\u0342",
        ['ᾲ'] = "\u1FBAΙ",
        ['ᾳ'] = "ΑΙ",
        ['ᾴ'] = "\u0386Ι",
        ['ᾶ'] = "Α\u0342",
        ['ᾷ'] = "Α\u0342Ι",
        ['ᾼ'] = "ΑΙ",
        ['ῂ'] = "\u1FCAΙ",
        ['ῃ'] = "ΗΙ",
        ['ῄ'] = "\u0389Ι",
        ['ῆ'] = "Η\u0342",
        ['ῇ'] = "Η\u0342Ι",
        ['ῌ'] = "ΗΙ",
        ['ῒ'] = "Ι\u0308\u0300",
        ['\u1FD3'] = "Ι\u0308\u0301",
        ['ῖ'] = "Ι\u0342",
        ['ῗ'] = "Ι\u0308\u0342",
        ['ῢ'] = "Υ\u0308\u0300",
        ['\u1FE3'] = "Υ\u0308\u0301",
        ['ῤ'] = "Ρ\u0313",
        ['ῦ'] = "Υ\u0342",
        ['ῧ'] = "Υ\u0308\u0342",
        ['ῲ'] = "\u1FFAΙ",
        ['ῳ'] = "ΩΙ",
        ['ῴ'] = "\u038FΙ",
        ['ῶ'] = "Ω\u0342",
        ['ῷ'] = "Ω\u0342Ι",
        ['ῼ'] = "ΩΙ",
        ['ﬀ'] = "FF",
        ['ﬁ'] = "FI",
        ['ﬂ'] = "FL",
        ['ﬃ'] = "FFI",
        ['ﬄ'] = "FFL",
        ['ﬅ'] = "ST",
        ['ﬆ'] = "ST",
        ['ﬓ'] = "ՄՆ",
        ['ﬔ'] = "ՄԵ",
        ['ﬕ'] = "ՄԻ",
        ['ﬖ'] = "ՎՆ",
        ['ﬗ'] = "ՄԽ",
    }.ToFrozenDictionary();

    public static string ToUpper(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToUpperInvariant();
        }

        var upper = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Expansion(text[i]) is { } expansion)
            {
                upper.Append(text[start..i].ToUpperInvariant()).Append(expansion);
                start = i + 1;
            }
        }

        return upper.Append(text[start..].ToUpperInvariant()).ToString();
    }

    public static string ToLower(string text)
    {
        var lower = text.ToLowerInvariant();
        if (text.AsSpan().IndexOfAny(CapitalSigma, DottedCapitalI) < 0)
        {
            return lower;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] switch
            {
                DottedCapitalI => result.Append("i\u0307"),
                CapitalSigma => result.Append(EndsWord(text, i) ? FinalSigma : 'σ'),
                _ => result.Append(lower[i]),
            };
        }

        return result.ToString();
    }

    /// <summary>In lower case but for the first character, and each after a space.</summary>
    public static string ToTitle(string text)
    {
        var title = ToLower(text).ToCharArray();
        for (var i = 0; i < title.Length; i++)
        {
            if (i == 0 || title[i - 1] == ' ')
            {
                title[i] = Title(title[i]);
            }
        }

        return new string(title);
    }

    private static char Title(char c) => c switch
    {
        'ı' => 'I',
        >= 'Ǆ' and <= 'ǆ' => 'ǅ',
        >= 'Ǉ' and <= 'ǉ' => 'ǈ',
        >= 'Ǌ' and <= 'ǌ' => 'ǋ',
        >= 'Ǳ' and <= 'ǳ' => 'ǲ',

        // Georgian letters have capitals for whole words only.
        >= 'ა' and <= 'ჿ' => c,
        _ => char.ToUpperInvariant(c),
    };

    // Greek letters with a subscript iota, capital or small, carry it beside the capital.
    private static string? Expansion(char c) => c switch
    {
        >= '\u1F80' and <= '\u1F8F' => $"{(char)(0x1F08 + (c & 7))}{Iota}",
        >= '\u1F90' and <= '\u1F9F' => $"{(char)(0x1F28 + (c & 7))}{Iota}",
        >= '\u1FA0' and <= '\u1FAF' => $"{(char)(0x1F68 + (c & 7))}{Iota}",
        _ => Upper.GetValueOrDefault(c),
    };

    // A letter before, none behind; marks and apostrophes between do not count.
    private static bool EndsWord(string text, int at) => IsCased(text, at, -1) && !IsCased(text, at, 1);

    private static bool IsCased(string text, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < text.Length; i += step)
        {
            if (!IsIgnorable(text, i))
            {
                return IsCased(text, i);
            }
        }

        return false;
    }

    private static bool IsCased(string text, int at)
    {
        var start = char.IsLowSurrogate(text[at]) && at > 0 ? at - 1 : at;
        return CharUnicodeInfo.GetUnicodeCategory(text, start) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;
    }

    private static bool IsIgnorable(string text, int at) =>
        text[at] is '\'' or '\u00AD' or '·' or '’' or ':' or '.'
        || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
