using System.Globalization;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Catalogue.Kernels.Formats;

/// <summary><c>to_number</c>: a text that fits a template as a decimal of the template's digits.</summary>
internal static class TextToTemplatedNumber
{
    private const int MostDigits = 38;

    /// <summary>The unscaled value, the scale the template's; an error when the text does not fit.</summary>
    public static Int128 Parse(string text, NumberTemplate template) => TryParse(text, template, out var outOfRange)
        ?? throw (outOfRange
            ? new QueryException("NUMERIC_VALUE_OUT_OF_RANGE", $"'{text}' has digits before the point, and the format '{template.Text}' has no room for them.")
            : new QueryException("INVALID_FORMAT.MISMATCH_INPUT", $"'{text}' does not match the format '{template.Text}'. Correct the value, or use try_to_number to get null instead."));

    /// <summary>The unscaled value; null when the text does not fit.</summary>
    public static Int128? TryParse(string text, NumberTemplate template) => TryParse(text, template, out _);

    private static Int128? TryParse(string text, NumberTemplate template, out bool outOfRange)
    {
        outOfRange = false;
        var at = 0;
        var negative = TakeSign(text, ref at, template.Prefix);
        var bracket = template.HasBrackets && Take(text, ref at, '<');
        if (template.HasDollar && !Take(text, ref at, '$') && at < text.Length)
        {
            return null;
        }

        var whole = TakeDigits(text, ref at, commas: true);
        var fraction = string.Empty;
        if (template.Fraction is not null && Take(text, ref at, '.'))
        {
            fraction = TakeDigits(text, ref at, commas: false);
        }

        negative |= TakeSign(text, ref at, template.Suffix);
        if (bracket && !Take(text, ref at, '>'))
        {
            return null;
        }

        if (at < text.Length || fraction.Length > template.Scale || !FitsGroups(whole, template))
        {
            return null;
        }

        var digits = whole.Replace(",", string.Empty, StringComparison.Ordinal) + fraction.PadRight(template.Scale, '0');
        if (template.Groups.Count == 0 && whole.Trim('0').Length > 0)
        {
            // Without a point in the text, Spark takes the format's places for these digits, and then has no room for them.
            outOfRange = whole.Length <= template.Scale && !text.Contains('.');
            return null;
        }

        // A text of blanks is zero where the format has places after the point, and nothing elsewhere.
        if (whole.Length + fraction.Length == 0 && (template.Scale == 0 || !string.IsNullOrWhiteSpace(text)))
        {
            return null;
        }

        if (digits.Length > MostDigits)
        {
            return null;
        }

        var value = Int128.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return negative || bracket ? -value : value;
    }

    // Groups are compared from the right; one that begins with 0 must be full, and so must all be to its left that are missing.
    private static bool FitsGroups(string whole, NumberTemplate template)
    {
        if (template.Groups.Count == 0)
        {
            return !whole.Contains(',');
        }

        var groups = whole.Split(',');
        if (groups.Length > template.Groups.Count)
        {
            return false;
        }

        for (var i = 1; i <= template.Groups.Count; i++)
        {
            var wanted = template.Groups[^i];
            var found = i <= groups.Length ? groups[^i].Length : 0;
            if (found > wanted.Length || (wanted[0] == '0' && found < wanted.Length))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TakeSign(string text, ref int at, string sign)
    {
        if (sign.Length == 0)
        {
            return false;
        }

        if (Take(text, ref at, '-'))
        {
            return true;
        }

        _ = Take(text, ref at, sign == "S" ? '+' : ' ');
        return false;
    }

    private static bool Take(string text, ref int at, char c)
    {
        if (at < text.Length && text[at] == c)
        {
            at++;
            return true;
        }

        return false;
    }

    // Blanks between digits count for nothing.
    private static string TakeDigits(string text, ref int at, bool commas)
    {
        var digits = string.Empty;
        for (; at < text.Length && (char.IsAsciiDigit(text[at]) || char.IsWhiteSpace(text[at]) || (commas && text[at] == ',')); at++)
        {
            digits += char.IsWhiteSpace(text[at]) ? string.Empty : text[at].ToString();
        }

        return digits;
    }
}
