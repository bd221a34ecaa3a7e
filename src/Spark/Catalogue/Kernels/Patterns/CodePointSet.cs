using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>A set of code points as sorted ranges, and its text in a .NET pattern, where characters are UTF-16.</summary>
internal sealed class CodePointSet
{
    public const int Largest = 0x10FFFF;
    private const int FirstAstral = 0x10000;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    // Letters that are one when case is ignored, where there is more than one.
    private static readonly Lazy<FrozenDictionary<char, char[]>> Cases = new(() => Enumerable.Range(0, FirstAstral).Select(i => (char)i)
        .GroupBy(Folded).Where(g => g.Count() > 1).ToFrozenDictionary(g => g.Key, g => g.ToArray()));

    private readonly (int First, int Last)[] ranges;

    private CodePointSet((int First, int Last)[] ranges) => this.ranges = ranges;

    public static CodePointSet Empty { get; } = new([]);

    public static CodePointSet All { get; } = new([(0, Largest)]);

    public static CodePointSet Of(params (int First, int Last)[] ranges) => new(Merge(ranges));

    public static CodePointSet Of(string characters) => Of([.. characters.Select(c => ((int)c, (int)c))]);

    public CodePointSet Union(CodePointSet other) => new(Merge([.. ranges, .. other.ranges]));

    public CodePointSet Complement()
    {
        var gaps = new List<(int, int)>();
        var next = 0;
        foreach (var (first, last) in ranges)
        {
            if (first > next)
            {
                gaps.Add((next, first - 1));
            }

            next = last + 1;
        }

        if (next <= Largest)
        {
            gaps.Add((next, Largest));
        }

        return new CodePointSet([.. gaps]);
    }

    public CodePointSet Intersect(CodePointSet other) => Complement().Union(other.Complement()).Complement();

    public bool Contains(int point) => Array.Exists(ranges, r => r.First <= point && point <= r.Last);

    /// <summary>With the other cases of each letter: of ASCII letters, or of all that have one.</summary>
    public CodePointSet IgnoringCase(bool unicode)
    {
        var more = new List<(int, int)>();
        foreach (var (first, last) in ranges)
        {
            for (var point = first; point <= Math.Min(last, unicode ? FirstAstral - 1 : 'z'); point++)
            {
                more.AddRange(OtherCases((char)point, unicode).Select(c => ((int)c, (int)c)));
            }
        }

        return new CodePointSet(Merge([.. ranges, .. more]));
    }

    /// <summary>The text that matches one code point of the set. Without <paramref name="astral"/> the input has none beyond U+FFFF.</summary>
    public string ToPattern(bool astral)
    {
        var basic = new StringBuilder();
        var wide = new List<string>();
        foreach (var (first, last) in ranges)
        {
            AppendBasic(basic, first, Math.Min(last, FirstSurrogate - 1));
            AppendBasic(basic, Math.Max(first, LastSurrogate + 1), Math.Min(last, FirstAstral - 1));
            if (astral && last >= FirstAstral)
            {
                AddSurrogates(wide, Math.Max(first, FirstAstral), last);
            }
        }

        var bracket = basic.Length == 0 ? null : $"[{basic}]";
        if (wide.Count == 0)
        {
            return bracket ?? "(?!)";
        }

        return $"(?:{string.Join('|', bracket is null ? wide : [bracket, .. wide])})";
    }

    private static IEnumerable<char> OtherCases(char c, bool unicode) => unicode
        ? Cases.Value.GetValueOrDefault(Folded(c), [])
        : char.IsAsciiLetter(c) ? [(char)(c ^ 0x20)] : [];

    private static char Folded(char c) => char.ToLowerInvariant(char.ToUpperInvariant(c));

    private static (int First, int Last)[] Merge((int First, int Last)[] ranges)
    {
        var merged = new List<(int First, int Last)>(ranges.Length);
        foreach (var range in ranges.Where(r => r.First <= r.Last).OrderBy(r => r.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            }
            else
            {
                merged.Add(range);
            }
        }

        return [.. merged];
    }

    private static void AppendBasic(StringBuilder text, int first, int last)
    {
        if (first > last)
        {
            return;
        }

        text.Append(Escape((char)first));
        if (last > first)
        {
            text.Append('-').Append(Escape((char)last));
        }
    }

    // Pairs with the first high surrogate alone, those with all low ones, and those with the last.
    private static void AddSurrogates(List<string> alternatives, int first, int last)
    {
        var (firstHigh, firstLow) = Pair(first);
        var (lastHigh, lastLow) = Pair(last);
        if (firstHigh == lastHigh)
        {
            alternatives.Add($"{Escape(firstHigh)}[{Escape(firstLow)}-{Escape(lastLow)}]");
            return;
        }

        if (firstLow > '\uDC00')
        {
            alternatives.Add($"{Escape(firstHigh)}[{Escape(firstLow)}-\\uDFFF]");
            firstHigh++;
        }

        var whole = lastLow == '\uDFFF' ? lastHigh : (char)(lastHigh - 1);
        if (firstHigh <= whole)
        {
            alternatives.Add($"[{Escape(firstHigh)}-{Escape(whole)}][\\uDC00-\\uDFFF]");
        }

        if (lastLow < '\uDFFF')
        {
            alternatives.Add($"{Escape(lastHigh)}[\\uDC00-{Escape(lastLow)}]");
        }
    }

    private static (char High, char Low) Pair(int point) =>
        ((char)(0xD800 + ((point - FirstAstral) >> 10)), (char)(0xDC00 + ((point - FirstAstral) & 0x3FF)));

    private static string Escape(char c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
}
