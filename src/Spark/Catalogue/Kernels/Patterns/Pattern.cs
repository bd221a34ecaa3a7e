using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>One of Java's patterns, ready to match. Inputs without code points beyond U+FFFF, which are most, have a simpler one.</summary>
internal sealed class Pattern
{
    private readonly WarmingRegex basic;
    private readonly Lazy<WarmingRegex> astral;

    public Pattern(string text)
    {
        var (pattern, groups, names) = PatternTranslator.Translate(text, astral: false);
        Groups = groups;
        Names = names;
        basic = new WarmingRegex(pattern);
        astral = new Lazy<WarmingRegex>(() => new WarmingRegex(PatternTranslator.Translate(text, astral: true).Pattern));
    }

    /// <summary>How many groups it has, the whole match not counted.</summary>
    public int Groups { get; }

    /// <summary>The numbers of the groups that have names.</summary>
    public IReadOnlyDictionary<string, int> Names { get; }

    /// <summary>The .NET pattern to match that input with.</summary>
    public Regex For(string input) => input.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? astral.Value.Current : basic.Current;

    /// <summary>All matches from left to right; none begins inside a code point.</summary>
    public IEnumerable<Match> Matches(string input)
    {
        for (var match = For(input).Match(input); match.Success; match = match.NextMatch())
        {
            if (match.Index == 0 || match.Index == input.Length || !char.IsSurrogatePair(input[match.Index - 1], input[match.Index]))
            {
                yield return match;
            }
        }
    }

    /// <summary>A pattern that is compiled to code once it is used often: that takes longer than a few matches.</summary>
    private sealed class WarmingRegex(string pattern)
    {
        private const int UsesBeforeCompiling = 500;

        private volatile Regex current = new(pattern, RegexOptions.CultureInvariant);
        private int uses;

        public Regex Current
        {
            get
            {
                if (Interlocked.Increment(ref uses) == UsesBeforeCompiling)
                {
                    current = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled);
                }

                return current;
            }
        }
    }
}
