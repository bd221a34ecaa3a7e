using SparkEtl.Utils.Errors;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>The keyword that a misspelt word was probably meant to be.</summary>
internal static class NearKeyword
{
    private const int Longest = 20;

    private static readonly string[] Candidates =
    [
        "SELECT", "FROM", "WHERE", "GROUP BY", "HAVING", "ORDER BY", "SORT BY", "LIMIT", "OFFSET", "WINDOW", "UNION", "INTERSECT", "EXCEPT",
        "MINUS", "JOIN", "INNER", "CROSS", "LEFT", "RIGHT", "FULL", "OUTER", "SEMI", "ANTI", "NATURAL", "USING", "LATERAL", "PIVOT", "VALUES",
        "WITH", "AND", "OR", "NOT", "BETWEEN", "LIKE", "ILIKE", "RLIKE", "DISTINCT", "CASE", "WHEN", "THEN", "ELSE", "DESC", "NULLS", "OVER",
        "PARTITION BY", "TABLESAMPLE", "ROLLUP", "CUBE",
    ];

    private static readonly string[] Words = [.. Candidates.Select(c => c.Split(' ')[0])];

    /// <summary>The keyword, with its BY, or null when none is near: one that starts with the same letter, apart from a slip or two.</summary>
    public static string? Of(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > Longest)
            return null;

        var first = char.ToUpperInvariant(word[0]);
        var nearest = NearestName.Of(word.ToString(), Words.Where(w => w[0] == first));
        return nearest is null ? null : Candidates[Array.IndexOf(Words, nearest)];
    }

    /// <summary><c> Did you mean WHERE?</c>, or nothing.</summary>
    public static string Question(ReadOnlySpan<char> word) =>
        Of(word) is { } keyword && !word.Equals(keyword.Split(' ')[0], StringComparison.OrdinalIgnoreCase) ? $" Did you mean {keyword}?" : "";
}
