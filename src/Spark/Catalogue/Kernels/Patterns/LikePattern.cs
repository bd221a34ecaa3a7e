using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>LIKE: <c>%</c> is any text, <c>_</c> any one code point; the escape character takes <c>%</c>, <c>_</c> and itself as they are.</summary>
internal static class LikePattern
{
    // Code points are not negative: these stand for the two wildcards.
    private const int AnyText = -1;
    private const int AnyOne = -2;

    public static bool Matches(string text, string pattern, char escape)
    {
        var points = CodePoints.ToArray(text);
        var steps = Steps(pattern, escape);
        int t = 0, s = 0, star = -1, mark = 0;
        while (t < points.Length)
        {
            if (s < steps.Count && (steps[s] == AnyOne || steps[s] == points[t]))
            {
                t++;
                s++;
            }
            else if (s < steps.Count && steps[s] == AnyText)
            {
                (star, mark) = (s++, t);
            }
            else if (star >= 0)
            {
                // The last % takes one more character.
                (s, t) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        while (s < steps.Count && steps[s] == AnyText)
        {
            s++;
        }

        return s == steps.Count;
    }

    /// <summary>Whether the escape character stands only where it may.</summary>
    public static bool IsValid(string pattern, char escape)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == escape && (++i == pattern.Length || !IsEscapable(pattern[i], escape)))
            {
                return false;
            }
        }

        return true;
    }

    private static List<int> Steps(string pattern, char escape)
    {
        var steps = new List<int>(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == escape)
            {
                if (++i == pattern.Length)
                {
                    throw new QueryException("INVALID_FORMAT.ESC_AT_THE_END", $"The pattern '{pattern}' of LIKE ends with its escape character '{escape}'.");
                }

                if (!IsEscapable(pattern[i], escape))
                {
                    throw new QueryException(
                        "INVALID_FORMAT.ESC_IN_THE_MIDDLE",
                        $"In the pattern '{pattern}' of LIKE the escape character '{escape}' stands before '{pattern[i]}'; it may stand before %, _ and itself.");
                }

                steps.Add(pattern[i]);
                continue;
            }

            steps.Add(pattern[i] switch
            {
                '%' => AnyText,
                '_' => AnyOne,
                var c when char.IsHighSurrogate(c) && i + 1 < pattern.Length => char.ConvertToUtf32(c, pattern[++i]),
                var c => c,
            });
        }

        return steps;
    }

    private static bool IsEscapable(char c, char escape) => c is '%' or '_' || c == escape;
}
