using System.Globalization;
using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>Strings changed character by character.</summary>
internal static class Characters
{
    private const int LuhnModulus = 10;

    /// <summary>The character of the lowest byte of a number; nothing of a negative one.</summary>
    public static string FromCode(long code) => code < 0 ? string.Empty : ((char)(code & 0xFF)).ToString();

    /// <summary>Each character of one set by the one of the same number of another, or by none when that is shorter.</summary>
    public static string Translate(string text, string from, string to)
    {
        var replacements = Replacements(from, to);
        if (replacements.Count == 0)
        {
            return text;
        }

        var translated = new StringBuilder(text.Length);
        foreach (var character in CodePoints.Split(text))
        {
            translated.Append(replacements.TryGetValue(character, out var replacement) ? replacement : character);
        }

        return translated.ToString();
    }

    /// <summary>Upper-case letters, lower-case letters, digits and other characters, each kind by one character; a null leaves the kind as it is.</summary>
    public static string? Mask(string? text, string? upper, string? lower, string? digit, string? other)
    {
        if (text is null)
        {
            return null;
        }

        var masked = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var mask = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter => upper,
                UnicodeCategory.LowercaseLetter => lower,
                UnicodeCategory.DecimalDigitNumber => digit,
                _ => other,
            };
            masked.Append(mask ?? rune.ToString());
        }

        return masked.ToString();
    }

    /// <summary>Whether a number's digits pass the check of credit card numbers.</summary>
    public static bool PassesLuhn(string number)
    {
        var sum = 0;
        for (var i = number.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(number[i]))
            {
                return false;
            }

            var digit = number[i] - '0';
            var doubled = (number.Length - i) % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return number.Length > 0 && sum % LuhnModulus == 0;
    }

    private static Dictionary<string, string> Replacements(string from, string to)
    {
        var targets = CodePoints.Split(to).ToArray();
        var replacements = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (character, index) in CodePoints.Split(from).Select((c, i) => (c, i)))
        {
            replacements.TryAdd(character, index < targets.Length ? targets[index] : string.Empty);
        }

        return replacements;
    }
}
