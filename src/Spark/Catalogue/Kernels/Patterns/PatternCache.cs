using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>The patterns a function was last called with. Most calls have one; it is not made again for every row.</summary>
internal sealed class PatternCache
{
    private const int Kept = 16;

    private volatile Entry[] entries = [];

    /// <summary>The pattern of that text.</summary>
    public Pattern Get(string text, string function)
    {
        var known = entries;
        foreach (var entry in known)
        {
            if (ReferenceEquals(entry.Text, text) || entry.Text == text)
            {
                return entry.Pattern;
            }
        }

        // Two threads may both make one: the later stays, and either is right.
        var pattern = Make(text, function);
        entries = [new Entry(text, pattern), .. known.Take(Kept - 1)];
        return pattern;
    }

    private static Pattern Make(string text, string function)
    {
        try
        {
            return new Pattern(text);
        }
        catch (Exception e) when (e is PatternSyntaxError or ArgumentException)
        {
            throw new QueryException(
                "INVALID_PARAMETER_VALUE.PATTERN", $"The pattern '{text}' of {function} is no regular expression: {e.Message}. Put \\ before a character that means itself.", e);
        }
    }

    private sealed record Entry(string Text, Pattern Pattern);
}
