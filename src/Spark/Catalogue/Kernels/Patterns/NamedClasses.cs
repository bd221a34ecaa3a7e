using System.Collections.Frozen;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>The classes of characters that Java's patterns name: <c>\p{Alpha}</c>, <c>\p{Lu}</c>, <c>\p{IsAlphabetic}</c>, <c>\p{IsGreek}</c>.</summary>
internal static class NamedClasses
{
    public static readonly CodePointSet Digit = CodePointSet.Of(('0', '9'));
    public static readonly CodePointSet Word = CodePointSet.Of(('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_'));
    public static readonly CodePointSet Space = CodePointSet.Of(" \t\n\u000B\f\r");
    public static readonly CodePointSet Horizontal = CodePointSet.Of(
        ('\t', '\t'), (' ', ' '), (0xA0, 0xA0), (0x1680, 0x1680), (0x180E, 0x180E), (0x2000, 0x200A), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000));

    public static readonly CodePointSet Vertical = CodePointSet.Of(('\n', '\r'), (0x85, 0x85), (0x2028, 0x2029));
    public static readonly CodePointSet LineEnds = CodePointSet.Of(('\n', '\n'), ('\r', '\r'), (0x85, 0x85), (0x2028, 0x2029));

    private static readonly FrozenDictionary<string, CodePointSet> Ascii = new Dictionary<string, CodePointSet>
    {
        ["Lower"] = CodePointSet.Of(('a', 'z')),
        ["Upper"] = CodePointSet.Of(('A', 'Z')),
        ["ASCII"] = CodePointSet.Of((0, 0x7F)),
        ["Alpha"] = CodePointSet.Of(('a', 'z'), ('A', 'Z')),
        ["Digit"] = Digit,
        ["Alnum"] = CodePointSet.Of(('a', 'z'), ('A', 'Z'), ('0', '9')),
        ["Punct"] = CodePointSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
        ["Graph"] = CodePointSet.Of(('!', '~')),
        ["Print"] = CodePointSet.Of((' ', '~')),
        ["Blank"] = CodePointSet.Of(" \t"),
        ["Cntrl"] = CodePointSet.Of((0, 0x1F), (0x7F, 0x7F)),
        ["XDigit"] = CodePointSet.Of(('0', '9'), ('a', 'f'), ('A', 'F')),
        ["Space"] = Space,
        ["L1"] = CodePointSet.Of((0, 0xFF)),
        ["all"] = CodePointSet.All,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (int First, int Last)[]> Scripts = new Dictionary<string, (int, int)[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["Arabic"] = [(0x600, 0x604), (0x606, 0x60B), (0x60D, 0x61A), (0x61E, 0x61E), (0x620, 0x63F), (0x641, 0x64A), (0x656, 0x66F), (0x671, 0x6DC), (0x6DE, 0x6FF), (0x750, 0x77F)],
        ["Cyrillic"] = [(0x400, 0x484), (0x487, 0x52F), (0x1C80, 0x1C88), (0x1D2B, 0x1D2B), (0x1D78, 0x1D78), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)],
        ["Greek"] = [(0x370, 0x373), (0x375, 0x377), (0x37A, 0x37D), (0x37F, 0x37F), (0x384, 0x384), (0x386, 0x386), (0x388, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1), (0x3A3, 0x3E1), (0x3F0, 0x3FF), (0x1D26, 0x1D2A), (0x1F00, 0x1FFE)],
        ["Han"] = [(0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3400, 0x4DBF), (0x4E00, 0x9FFC), (0xF900, 0xFA6D), (0xFA70, 0xFAD9), (0x20000, 0x2A6DD), (0x2A700, 0x2B734), (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0), (0x2F800, 0x2FA1D), (0x30000, 0x3134A)],
        ["Hangul"] = [(0x1100, 0x11FF), (0x302E, 0x302F), (0x3131, 0x318E), (0x3200, 0x321E), (0x3260, 0x327E), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB), (0xFFA0, 0xFFBE), (0xFFC2, 0xFFC7), (0xFFCA, 0xFFCF), (0xFFD2, 0xFFD7), (0xFFDA, 0xFFDC)],
        ["Hebrew"] = [(0x591, 0x5C7), (0x5D0, 0x5EA), (0x5EF, 0x5F4), (0xFB1D, 0xFB36), (0xFB38, 0xFB3C), (0xFB3E, 0xFB3E), (0xFB40, 0xFB41), (0xFB43, 0xFB44), (0xFB46, 0xFB4F)],
        ["Hiragana"] = [(0x3041, 0x3096), (0x309D, 0x309F), (0x1B001, 0x1B11E), (0x1B150, 0x1B152), (0x1F200, 0x1F200)],
        ["Katakana"] = [(0x30A1, 0x30FA), (0x30FD, 0x30FF), (0x31F0, 0x31FF), (0x32D0, 0x32FE), (0x3300, 0x3357), (0xFF66, 0xFF6F), (0xFF71, 0xFF9D), (0x1B000, 0x1B000), (0x1B164, 0x1B167)],
        ["Latin"] = [('A', 'Z'), ('a', 'z'), (0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2B8), (0x2E0, 0x2E4), (0x1D00, 0x1D25), (0x1D2C, 0x1D5C), (0x1D62, 0x1D65), (0x1D6B, 0x1D77), (0x1D79, 0x1DBE), (0x1E00, 0x1EFF), (0x2071, 0x2071), (0x207F, 0x207F), (0x2090, 0x209C), (0x212A, 0x212B), (0x2132, 0x2132), (0x214E, 0x214E), (0x2160, 0x2188), (0x2C60, 0x2C7F), (0xA722, 0xA787), (0xA78B, 0xA7BF), (0xA7C2, 0xA7CA), (0xA7F5, 0xA7FF), (0xAB30, 0xAB5A), (0xAB5C, 0xAB64), (0xAB66, 0xAB69), (0xFB00, 0xFB06), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)],
        ["Thai"] = [(0xE01, 0xE3A), (0xE40, 0xE5B)],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (int First, int Last)> Blocks = new Dictionary<string, (int, int)>(StringComparer.OrdinalIgnoreCase)
    {
        ["BasicLatin"] = (0, 0x7F),
        ["Latin1Supplement"] = (0x80, 0xFF),
        ["LatinExtendedA"] = (0x100, 0x17F),
        ["LatinExtendedB"] = (0x180, 0x24F),
        ["Greek"] = (0x370, 0x3FF),
        ["GreekandCoptic"] = (0x370, 0x3FF),
        ["Cyrillic"] = (0x400, 0x4FF),
        ["Armenian"] = (0x530, 0x58F),
        ["Hebrew"] = (0x590, 0x5FF),
        ["Arabic"] = (0x600, 0x6FF),
        ["Thai"] = (0xE00, 0xE7F),
        ["GeneralPunctuation"] = (0x2000, 0x206F),
        ["CurrencySymbols"] = (0x20A0, 0x20CF),
        ["Hiragana"] = (0x3040, 0x309F),
        ["Katakana"] = (0x30A0, 0x30FF),
        ["CJKUnifiedIdeographs"] = (0x4E00, 0x9FFF),
        ["HangulSyllables"] = (0xAC00, 0xD7AF),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of that name, null when it is not known here.</summary>
    public static CodePointSet? Find(string name)
    {
        if (Ascii.TryGetValue(name, out var ascii))
        {
            return ascii;
        }

        var equals = name.IndexOf('=');
        if (equals > 0)
        {
            var value = name[(equals + 1)..];
            return name[..equals].ToLowerInvariant() switch
            {
                "script" or "sc" => Script(value),
                "block" or "blk" => Block(value),
                "general_category" or "gc" => UnicodeClasses.Category(value),
                _ => null,
            };
        }

        if (name.StartsWith("In", StringComparison.Ordinal))
        {
            return Block(name[2..]);
        }

        if (name.StartsWith("Is", StringComparison.Ordinal))
        {
            return UnicodeClasses.Property(name[2..]) ?? UnicodeClasses.Category(name[2..]) ?? Script(name[2..]);
        }

        return name.StartsWith("java", StringComparison.Ordinal) ? UnicodeClasses.Java(name[4..]) : UnicodeClasses.Category(name);
    }

    private static CodePointSet? Script(string name) => Scripts.TryGetValue(name, out var ranges) ? CodePointSet.Of(ranges) : null;

    private static CodePointSet? Block(string name) =>
        Blocks.TryGetValue(name.Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal), out var range)
            ? CodePointSet.Of(range)
            : null;
}
