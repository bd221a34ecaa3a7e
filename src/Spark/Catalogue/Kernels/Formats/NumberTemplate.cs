using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary>
/// A format of <c>to_char</c> and <c>to_number</c>: <c>S</c> or <c>MI</c>, <c>$</c>, groups of <c>0</c> and <c>9</c> between commas, a point
/// and digits, then <c>S</c>, <c>MI</c> or <c>PR</c>.
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Groups">The groups of digits before the point.</param>
/// <param name="Fraction">The digits behind it; null when there is no point.</param>
internal sealed record NumberTemplate(string Text, IReadOnlyList<string> Groups, string? Fraction)
{
    /// <summary>S or MI before the number.</summary>
    public string Prefix { get; private init; } = string.Empty;

    /// <summary>S or MI behind it.</summary>
    public string Suffix { get; private init; } = string.Empty;

    public bool HasDollar { get; private init; }

    /// <summary>PR: negative numbers in angle brackets.</summary>
    public bool HasBrackets { get; private init; }

    public int Scale => Fraction?.Length ?? 0;

    /// <summary>Digits in all.</summary>
    public int Precision => Groups.Sum(g => g.Length) + Scale;

    /// <exception cref="AnalysisException">The format is malformed.</exception>
    public static NumberTemplate Read(string text)
    {
        var format = text.ToUpperInvariant().Replace('G', ',').Replace('D', '.');
        if (format.Length == 0)
        {
            throw Invalid(text, "EMPTY", "it is empty");
        }

        if (!format.AsSpan().ContainsAny('0', '9'))
        {
            throw Invalid(text, "WRONG_NUM_DIGIT", "it has no 0 and no 9");
        }

        foreach (var once in ".$S")
        {
            if (format.Count(c => c == once) > 1)
            {
                throw Invalid(text, "WRONG_NUM_TOKEN", $"it has more than one '{once}'");
            }
        }

        var rest = format;
        var prefix = Take(ref rest, ["S", "MI"]);
        var dollar = Take(ref rest, ["$"]).Length > 0;
        var number = rest[..Span(rest)];
        rest = rest[number.Length..];
        var sign = Take(ref rest, ["S", "MI"]);
        var brackets = Take(ref rest, ["PR"]).Length > 0;
        if (rest.Contains('$'))
        {
            throw Invalid(text, "CUR_MUST_BEFORE_DIGIT", "the $ stands behind a digit");
        }

        if (rest.Length > 0 || (sign.Length > 0 && (brackets || prefix.Length > 0)))
        {
            throw Invalid(text, "UNEXPECTED_TOKEN", $"'{(rest.Length > 0 ? rest : sign)}' stands where nothing like it may");
        }

        var parts = number.Split('.');
        if (parts is [_, var fraction] && fraction.Contains(','))
        {
            throw Invalid(text, "THOUSANDS_SEPS_MUST_BEFORE_DEC", "a comma stands behind the point");
        }

        var groups = parts[0].Split(',');
        if (groups.Length > 1 && groups.Any(g => g.Length == 0))
        {
            throw Invalid(text, "CONT_THOUSANDS_SEPS", "a comma has no digit on one side");
        }

        return new NumberTemplate(text, parts[0].Length == 0 ? [] : groups, parts.Length > 1 ? parts[1] : null)
        {
            Prefix = prefix,
            Suffix = sign,
            HasDollar = dollar,
            HasBrackets = brackets,
        };
    }

    private static int Span(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept("09,.");
        return end < 0 ? text.Length : end;
    }

    private static string Take(ref string rest, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                rest = rest[word.Length..];
                return word;
            }
        }

        return string.Empty;
    }

    private static AnalysisException Invalid(string text, string kind, string reason) =>
        new($"INVALID_FORMAT.{kind}", $"The number format '{text}' is invalid: {reason}. It must be [MI|S] [$] [0|9|,]... [.[0|9]...] [PR|MI|S].");
}
