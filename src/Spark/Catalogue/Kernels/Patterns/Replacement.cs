using System.Text;
using System.Text.RegularExpressions;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Patterns;

/// <summary>The text that stands for a match: <c>$1</c> and <c>${name}</c> are groups, a backslash takes the next character as it is.</summary>
internal static class Replacement
{
    public static void Append(StringBuilder result, string replacement, Match match, Pattern pattern)
    {
        for (var i = 0; i < replacement.Length; i++)
        {
            switch (replacement[i])
            {
                case '\\' when i + 1 == replacement.Length:
                    throw Invalid(replacement, "the character to be escaped is missing");
                case '\\':
                    result.Append(replacement[++i]);
                    break;
                case '$':
                    result.Append(Group(replacement, ref i, match, pattern));
                    break;
                default:
                    result.Append(replacement[i]);
                    break;
            }
        }
    }

    private static string Group(string replacement, ref int i, Match match, Pattern pattern)
    {
        if (i + 1 < replacement.Length && replacement[i + 1] == '{')
        {
            var close = replacement.IndexOf('}', i);
            var name = close < 0 ? string.Empty : replacement[(i + 2)..close];
            i = close;
            return pattern.Names.TryGetValue(name, out var number) ? match.Groups[number].Value : throw Invalid(replacement, $"there is no group named '{name}'");
        }

        if (i + 1 == replacement.Length || !char.IsAsciiDigit(replacement[i + 1]))
        {
            throw Invalid(replacement, "a $ is followed by no group");
        }

        var group = replacement[++i] - '0';
        if (group > pattern.Groups)
        {
            throw Invalid(replacement, $"there is no group {group}");
        }

        // As many digits as make the number of a group.
        while (i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]) && (group * 10) + (replacement[i + 1] - '0') <= pattern.Groups)
        {
            group = (group * 10) + (replacement[++i] - '0');
        }

        return match.Groups[group].Value;
    }

    private static QueryException Invalid(string replacement, string reason) =>
        new("INVALID_REGEXP_REPLACE", $"The replacement '{replacement}' of regexp_replace is invalid: {reason}. Put \\ before a $ that means itself.");
}
