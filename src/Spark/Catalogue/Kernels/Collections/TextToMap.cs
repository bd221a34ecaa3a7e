using System.Text.RegularExpressions;

namespace SparkEtl.Spark.Catalogue.Kernels.Collections;

/// <summary>Text such as <c>a:1,b:2</c> as a map. Both delimiters are regular expressions.</summary>
internal static class TextToMap
{
    /// <summary>A function of the text, the delimiter of pairs and the delimiter of key and value.</summary>
    public static Kernel Make(KernelSite site) => new((string text, string pairs, string keyAndValue) =>
    {
        var entries = Split(text, pairs, int.MaxValue).Select(pair => Split(pair, keyAndValue, 2)).ToArray();
        return MapKernels.OfPairs([.. entries.SelectMany(e => new object?[] { e[0], e.Count > 1 ? e[1] : null })]);
    });

    // As Java splits: a match of nothing at the beginning does not split, groups are not given back, empty parts at the end stay.
    private static List<string> Split(string text, string pattern, int most)
    {
        var parts = new List<string>();
        var from = 0;
        for (var match = Regex.Match(text, pattern, RegexOptions.CultureInvariant); match.Success && parts.Count < most - 1; match = match.NextMatch())
        {
            if (match.Index + match.Length == 0 || (match.Length == 0 && match.Index == text.Length))
            {
                continue;
            }

            parts.Add(text[from..match.Index]);
            from = match.Index + match.Length;
        }

        parts.Add(text[from..]);
        return parts;
    }
}
