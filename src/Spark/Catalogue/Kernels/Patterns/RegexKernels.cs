using System.Text;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Catalogue.Kernels.Text;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>The functions that take a regular expression, for one place of a query.</summary>
internal sealed class RegexKernels
{
    private readonly PatternCache patterns = new();

    public bool Matches(string text, string pattern) => patterns.Get(pattern, "rlike").For(text).IsMatch(text);

    /// <summary>All matches from a position on (in code points from 1) replaced; the pattern does not see what stands before.</summary>
    public string Replace(string text, string pattern, string replacement, int position)
    {
        var compiled = patterns.Get(pattern, "regexp_replace");
        var start = CodePoints.Offset(text, position - 1L);
        if (start > 0 && start >= text.Length)
        {
            return text;
        }

        var region = text[start..];
        var result = new StringBuilder(text[..start]);
        var end = 0;
        foreach (var match in compiled.Matches(region))
        {
            result.Append(region, end, match.Index - end);
            Replacement.Append(result, replacement, match, compiled);
            end = match.Index + match.Length;
        }

        return result.Append(region, end, region.Length - end).ToString();
    }

    /// <summary>A group of the first match; empty when there is none.</summary>
    public string Extract(string text, string pattern, int group)
    {
        var compiled = patterns.Get(pattern, "regexp_extract");
        var match = compiled.For(text).Match(text);
        return match.Success ? Group(match, compiled, group, "regexp_extract") : string.Empty;
    }

    /// <summary>A group of every match.</summary>
    public object?[] ExtractAll(string text, string pattern, int group)
    {
        var compiled = patterns.Get(pattern, "regexp_extract_all");
        return [.. compiled.Matches(text).Select(m => Group(m, compiled, group, "regexp_extract_all"))];
    }

    public int Count(string text, string pattern) => patterns.Get(pattern, "regexp_count").Matches(text).Count();

    /// <summary>Where the first match begins, in code points from 1; 0 when there is none.</summary>
    public int Position(string text, string pattern, int group)
    {
        var match = patterns.Get(pattern, "regexp_instr").For(text).Match(text);
        return match.Success ? CodePoints.NumberOf(text, match.Index) + 1 : 0;
    }

    /// <summary>The first match; null when there is none, or an empty one.</summary>
    public string? Substring(string text, string pattern)
    {
        var match = patterns.Get(pattern, "regexp_substr").For(text).Match(text);
        return match.Length > 0 ? match.Value : null;
    }

    /// <summary>The text between matches, the last part with all the rest when there is a limit. An empty pattern gives the characters.</summary>
    public object?[] Split(string text, string pattern, int limit)
    {
        if (text.Length > 0 && pattern.Length == 0)
        {
            return Letters(text, limit);
        }

        var parts = new List<object?>();
        var start = 0;
        foreach (var match in patterns.Get(pattern, "split").Matches(text))
        {
            if (limit > 0 && parts.Count == limit - 1)
            {
                break;
            }

            // An empty match at the very start parts nothing.
            if (match.Index + match.Length > 0)
            {
                parts.Add(text[start..match.Index]);
                start = match.Index + match.Length;
            }
        }

        parts.Add(text[start..]);
        return [.. parts];
    }

    private static object?[] Letters(string text, int limit)
    {
        var letters = CodePoints.Split(text).ToList();
        return limit > 0 && limit < letters.Count
            ? [.. letters.Take(limit - 1), string.Concat(letters.Skip(limit - 1))]
            : [.. letters];
    }

    private static string Group(Match match, Pattern pattern, int group, string function) => group >= 0 && group <= pattern.Groups
        ? match.Groups[group].Value
        : throw new QueryException(
            "INVALID_PARAMETER_VALUE.REGEX_GROUP_INDEX", $"The group {group} of {function} does not exist: the pattern has {pattern.Groups} group(s), counted from 1; 0 is the whole match.");
}
