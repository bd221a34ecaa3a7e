using System.Globalization;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>A path such as <c>$.a[0]['b c'][*].d</c>.</summary>
/// <param name="Steps">Its steps behind the <c>$</c>.</param>
internal sealed record JsonPath(IReadOnlyList<JsonPath.Step> Steps)
{
    /// <summary>The path, null when the text is none. Blanks may stand before words and names, not before single marks: so Spark's grammar has it.</summary>
    public static JsonPath? TryParse(string text)
    {
        var at = 0;
        var steps = new List<Step>();
        if (!Mark(text, ref at, '$'))
        {
            return null;
        }

        while (PastBlanks(text, at) < text.Length)
        {
            if (TryStep(text, ref at) is not { } step)
            {
                return null;
            }

            steps.Add(step);
        }

        return new JsonPath(steps);
    }

    private static Step? TryStep(string text, ref int at)
    {
        if (Word(text, ref at, ".*") || Word(text, ref at, "['*']"))
        {
            return new Step.AnyField();
        }

        if (Mark(text, ref at, '.'))
        {
            return Named(text, ref at, ".[") is { } name ? new Step.Field(name) : null;
        }

        if (Word(text, ref at, "['"))
        {
            return Named(text, ref at, "'?") is { } name && Word(text, ref at, "']") ? new Step.Field(name) : null;
        }

        if (!Mark(text, ref at, '['))
        {
            return null;
        }

        if (Mark(text, ref at, '*'))
        {
            return Mark(text, ref at, ']') ? new Step.AnyItem() : null;
        }

        var start = at = PastBlanks(text, at);
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return long.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && Mark(text, ref at, ']')
            ? new Step.Item(index)
            : null;
    }

    private static string? Named(string text, ref int at, string ends)
    {
        var start = PastBlanks(text, at);
        var length = text.AsSpan(start).IndexOfAny(ends);
        at = length < 0 ? text.Length : start + length;
        return at > start ? text[start..at] : null;
    }

    private static bool Mark(string text, ref int at, char mark)
    {
        if (at >= text.Length || text[at] != mark)
        {
            return false;
        }

        at++;
        return true;
    }

    private static bool Word(string text, ref int at, string word)
    {
        var start = PastBlanks(text, at);
        if (string.CompareOrdinal(text, start, word, 0, word.Length) != 0)
        {
            return false;
        }

        at = start + word.Length;
        return true;
    }

    private static int PastBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
        {
            at++;
        }

        return at;
    }

    /// <summary>One step.</summary>
    internal abstract record Step
    {
        private Step()
        {
        }

        internal sealed record Field(string Name) : Step;

        /// <summary><c>.*</c>, which Spark reads and finds nothing with.</summary>
        internal sealed record AnyField : Step;

        internal sealed record Item(long Index) : Step;

        internal sealed record AnyItem : Step;
    }
}
