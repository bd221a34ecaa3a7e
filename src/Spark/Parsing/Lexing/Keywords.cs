using System.Collections.Frozen;
using System.Text;

namespace SparkEtl.Spark.Parsing.Lexing;

/// <summary>The spellings of the keywords.</summary>
internal static class Keywords
{
    private static readonly string[] Spellings = [.. Enum.GetNames<Keyword>().Select(Spelling)];

    private static readonly FrozenDictionary<string, Keyword> BySpelling = Enum.GetValues<Keyword>()
        .Where(k => k != Keyword.None)
        .Select(k => KeyValuePair.Create(Spellings[(int)k], k))
        .Append(KeyValuePair.Create("REGEXP", Keyword.Rlike))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        BySpelling.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The keyword that the word is, letters' case ignored, or <see cref="Keyword.None"/>.</summary>
    public static Keyword Find(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var keyword) ? keyword : Keyword.None;

    /// <summary>The keyword as SQL spells it.</summary>
    public static string Spell(this Keyword keyword) => Spellings[(int)keyword];

    private static string Spelling(string name)
    {
        var spelling = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && spelling.Length > 0)
                spelling.Append('_');
            spelling.Append(char.ToUpperInvariant(letter));
        }

        return spelling.ToString();
    }
}
