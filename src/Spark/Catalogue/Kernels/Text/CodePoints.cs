using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Strings as sequences of code points: a supplementary character is one, as in Spark, and two chars in .NET.</summary>
internal static class CodePoints
{
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i < text.Length - 1; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>The index of the char where the code point of that number (from 0) starts, counted from an index; the length when there are fewer.</summary>
    public static int Offset(string text, long number, int from = 0)
    {
        var at = from;
        for (long i = 0; i < number && at < text.Length; i++)
        {
            at += Width(text, at);
        }

        return at;
    }

    /// <summary>How many chars the code point at that index takes.</summary>
    public static int Width(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;

    /// <summary>How many code points stand before that char.</summary>
    public static int NumberOf(string text, int at) => Count(text.AsSpan(0, at));

    /// <summary>The first code point; 0 of the empty string.</summary>
    public static int First(string text) => text.Length == 0 ? 0 : Width(text, 0) == 2 ? char.ConvertToUtf32(text[0], text[1]) : text[0];

    /// <summary>The code points, each as a string.</summary>
    public static IEnumerable<string> Split(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var width = Width(text, i);
            yield return text.Substring(i, width);
            i += width;
        }
    }

    public static string Reverse(string text)
    {
        var reversed = new StringBuilder(text.Length);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (i > 0 && char.IsSurrogatePair(text[i - 1], text[i]))
            {
                reversed.Append(text[i - 1]).Append(text[i]);
                i--;
            }
            else
            {
                reversed.Append(text[i]);
            }
        }

        return reversed.ToString();
    }

    /// <summary>The code points as numbers.</summary>
    public static int[] ToArray(string text)
    {
        var points = new int[Count(text)];
        for (int i = 0, at = 0; i < points.Length; i++)
        {
            var width = Width(text, at);
            points[i] = width == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            at += width;
        }

        return points;
    }
}
