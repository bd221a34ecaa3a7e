using System.Collections.Frozen;
using System.Globalization;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>Classes of characters by their category in Unicode.</summary>
internal static class UnicodeClasses
{
    private static readonly FrozenDictionary<string, UnicodeCategory> Names = new Dictionary<string, UnicodeCategory>
    {
        ["Lu"] = UnicodeCategory.UppercaseLetter,
        ["Ll"] = UnicodeCategory.LowercaseLetter,
        ["Lt"] = UnicodeCategory.TitlecaseLetter,
        ["Lm"] = UnicodeCategory.ModifierLetter,
        ["Lo"] = UnicodeCategory.OtherLetter,
        ["Mn"] = UnicodeCategory.NonSpacingMark,
        ["Mc"] = UnicodeCategory.SpacingCombiningMark,
        ["Me"] = UnicodeCategory.EnclosingMark,
        ["Nd"] = UnicodeCategory.DecimalDigitNumber,
        ["Nl"] = UnicodeCategory.LetterNumber,
        ["No"] = UnicodeCategory.OtherNumber,
        ["Zs"] = UnicodeCategory.SpaceSeparator,
        ["Zl"] = UnicodeCategory.LineSeparator,
        ["Zp"] = UnicodeCategory.ParagraphSeparator,
        ["Cc"] = UnicodeCategory.Control,
        ["Cf"] = UnicodeCategory.Format,
        ["Cs"] = UnicodeCategory.Surrogate,
        ["Co"] = UnicodeCategory.PrivateUse,
        ["Cn"] = UnicodeCategory.OtherNotAssigned,
        ["Pc"] = UnicodeCategory.ConnectorPunctuation,
        ["Pd"] = UnicodeCategory.DashPunctuation,
        ["Ps"] = UnicodeCategory.OpenPunctuation,
        ["Pe"] = UnicodeCategory.ClosePunctuation,
        ["Pi"] = UnicodeCategory.InitialQuotePunctuation,
        ["Pf"] = UnicodeCategory.FinalQuotePunctuation,
        ["Po"] = UnicodeCategory.OtherPunctuation,
        ["Sm"] = UnicodeCategory.MathSymbol,
        ["Sc"] = UnicodeCategory.CurrencySymbol,
        ["Sk"] = UnicodeCategory.ModifierSymbol,
        ["So"] = UnicodeCategory.OtherSymbol,
    }.ToFrozenDictionary();

    // One walk over all code points, when a pattern first names a category.
    private static readonly Lazy<FrozenDictionary<UnicodeCategory, CodePointSet>> Sets = new(Collect);

    /// <summary>A category (<c>Lu</c>), a group of them (<c>L</c>), or LC; null when there is none of that name.</summary>
    public static CodePointSet? Category(string name) => name switch
    {
        "LC" => Union("Lu", "Ll", "Lt"),
        "LD" => Union("Lu", "Ll", "Lt", "Lm", "Lo", "Nd"),
        { Length: 1 } when "LMNZCPS".Contains(name[0]) => Union([.. Names.Keys.Where(k => k[0] == name[0])]),
        _ => Names.ContainsKey(name) ? Union(name) : null,
    };

    /// <summary>A binary property, the name without <c>Is</c>, letters' case ignored.</summary>
    public static CodePointSet? Property(string name) => name.ToUpperInvariant().Replace("_", string.Empty, StringComparison.Ordinal) switch
    {
        "ALPHABETIC" => Alphabetic,
        "LETTER" => Category("L"),
        "LOWERCASE" => Union("Ll").Union(CodePointSet.Of((0xAA, 0xAA), (0xBA, 0xBA), (0x2B0, 0x2B8), (0x2C0, 0x2C1), (0x2E0, 0x2E4), (0x2170, 0x217F), (0x24D0, 0x24E9))),
        "UPPERCASE" => Union("Lu").Union(CodePointSet.Of((0x2160, 0x216F), (0x24B6, 0x24CF))),
        "TITLECASE" => Union("Lt"),
        "PUNCTUATION" => Category("P"),
        "CONTROL" => Union("Cc"),
        "WHITESPACE" => Category("Z")!.Union(CodePointSet.Of((9, 13), (0x85, 0x85))),
        "DIGIT" => Union("Nd"),
        "HEXDIGIT" => Union("Nd").Union(CodePointSet.Of(('0', '9'), ('A', 'F'), ('a', 'f'), (0xFF21, 0xFF26), (0xFF41, 0xFF46))),
        "IDEOGRAPHIC" => NamedClasses.Find("script=Han"),
        "ASSIGNED" => Union("Cn").Complement(),
        _ => null,
    };

    /// <summary>What <c>java.lang.Character.is...</c> of that name says.</summary>
    public static CodePointSet? Java(string name) => name switch
    {
        "LowerCase" => Property("Lowercase"),
        "UpperCase" => Property("Uppercase"),
        "TitleCase" => Union("Lt"),
        "Digit" => Union("Nd"),
        "Letter" => Category("L"),
        "LetterOrDigit" => Category("LD"),
        "Alphabetic" => Alphabetic,
        "Defined" => Union("Cn").Complement(),
        "SpaceChar" => Category("Z"),
        "ISOControl" => CodePointSet.Of((0, 0x1F), (0x7F, 0x9F)),
        "Whitespace" => Category("Z")!.Intersect(CodePointSet.Of((0xA0, 0xA0), (0x2007, 0x2007), (0x202F, 0x202F)).Complement())
            .Union(CodePointSet.Of((9, 13), (0x1C, 0x1F))),
        _ => null,
    };

    // Letters and letter numbers, and the marks that belong to letters in most scripts.
    private static CodePointSet Alphabetic => Category("L")!.Union(Union("Nl")).Union(CodePointSet.Of((0x24B6, 0x24E9)));

    private static CodePointSet Union(params string[] names) =>
        names.Aggregate(CodePointSet.Empty, (all, name) => all.Union(Sets.Value.GetValueOrDefault(Names[name], CodePointSet.Empty)));

    private static FrozenDictionary<UnicodeCategory, CodePointSet> Collect()
    {
        var ranges = new Dictionary<UnicodeCategory, List<(int, int)>>();
        var start = 0;
        var category = CharUnicodeInfo.GetUnicodeCategory(0);
        for (var point = 1; point <= CodePointSet.Largest + 1; point++)
        {
            var next = point <= CodePointSet.Largest ? CharUnicodeInfo.GetUnicodeCategory(point) : (UnicodeCategory)(-1);
            if (next != category)
            {
                if (!ranges.TryGetValue(category, out var list))
                {
                    ranges.Add(category, list = []);
                }

                list.Add((start, point - 1));
                (start, category) = (point, next);
            }
        }

        return ranges.ToFrozenDictionary(r => r.Key, r => CodePointSet.Of([.. r.Value]));
    }
}
