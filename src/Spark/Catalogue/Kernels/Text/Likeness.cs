using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>How alike two words are.</summary>
internal static class Likeness
{
    private const int SoundexLength = 4;

    // The code of each letter from A to Z; 0 is a vowel, '7' is H and W, which do not part two letters of one code.
    private const string SoundexCodes = "01230127022455012623017202";

    /// <summary>The number of code points to insert, delete or replace to make one string the other.</summary>
    public static int Levenshtein(string left, string right)
    {
        int[] a = CodePoints.ToArray(left), b = CodePoints.ToArray(right);
        var (previous, current) = (new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, replaced);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    /// <summary>As <see cref="Levenshtein(string, string)"/>, or -1 when the distance is greater than the threshold.</summary>
    public static int Levenshtein(string left, string right, int threshold) =>
        Levenshtein(left, right) is var distance && distance <= threshold ? distance : -1;

    /// <summary>A letter and three digits for the sound of a name; a string that does not begin with an ASCII letter stays as it is.</summary>
    public static string Soundex(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]))
        {
            return text;
        }

        var sound = new StringBuilder(SoundexLength).Append(char.ToUpperInvariant(text[0]));
        var last = SoundexCodes[char.ToUpperInvariant(text[0]) - 'A'];
        for (var i = 1; i < text.Length && sound.Length < SoundexLength; i++)
        {
            // Anything but a letter parts two letters as a vowel does.
            var code = char.IsAsciiLetter(text[i]) ? SoundexCodes[char.ToUpperInvariant(text[i]) - 'A'] : '0';
            if (code == '7')
            {
                continue;
            }

            if (code != '0' && code != last)
            {
                sound.Append(code);
            }

            last = code;
        }

        return sound.ToString().PadRight(SoundexLength, '0');
    }
}
