using System.Globalization;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>A path such as <c>$.a[0]['b c'][*].d</c>.</summary>
/// <param name="Steps">Its steps behind the <c>$</c>.</param>
internal sealed record JsonPath(IReadOnlyList<JsonPath.Step> Steps)
{
    /// <summary>The path, null when the text is none.</summary>
    public static JsonPath? TryParse(string text)
    {
        var at = 0;
        var steps = new List<Step>();
        if (!Skip(text, ref at, "$"))
        {
            return null;
        }

        while (SkipBlanks(text, ref at) < text.Length)
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
        if (Skip(text, ref at, ".*") || Skip(text, ref at, "['*']"))
        {
            return new Step.AnyField();
        }

        if (Skip(text, ref at, "['"))
        {
            return Named(text, ref at, "'?") is { } name && Skip(text, ref at, "']") ? new Step.Field(name) : null;
        }

        if (Skip(text, ref at, "."))
        {
            return Named(text, ref at, ".[") is { } name ? new Step.Field(name) : null;
        }

        if (!Skip(text, ref at, "["))
        {
            return null;
        }

        if (Skip(text, ref at, "*"))
        {
            return Skip(text, ref at, "]") ? new Step.AnyItem() : null;
        }

        var start = SkipBlanks(text, ref at);
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return long.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && Skip(text, ref at, "]")
            ? new Step.Item(index)
            : null;
    }

    private static string? Named(string text, ref int at, string ends)
    {
        var start = SkipBlanks(text, ref at);
        var length = text.AsSpan(start).IndexOfAny(ends);
        at = length < 0 ? text.Length : start + length;
        return at > start ? text[start..at] : null;
    }

    private static bool Skip(string text, ref int at, string word)
    {
        var start = at;
        SkipBlanks(text, ref at);
        if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
        {
            at += word.Length;
            return true;
        }

        at = start;
        return false;
    }

    private static int SkipBlanks(string text, ref int at)
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
