namespace SparkEtl.Spark.Catalogue.Kernels.Text;

/// <summary>A text as sentences, each as its words, by the rules of English: what ends a sentence, and which marks stand inside a word.</summary>
internal static class Sentences
{
    public static object?[] Split(string text) =>
        [.. Parts(text).Select(sentence => (object?)Words(sentence)).Where(words => ((object?[])words!).Length > 0)];

    // A sentence ends at ! or ?, or at a full stop that a blank and no small letter follow.
    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\u2029' || (text[i] is '.' or '!' or '?' && Ends(text, ref i)))
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static bool Ends(string text, ref int at)
    {
        var final = text[at] != '.';
        var end = at;
        while (end + 1 < text.Length && text[end + 1] is '.' or '!' or '?')
        {
            end++;
            final |= text[end] != '.';
        }

        while (end + 1 < text.Length && text[end + 1] is ')' or ']' or '}' or '"' or '\'' or '”' or '’' or '»')
        {
            end++;
        }

        var next = end + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\u00A0' && next < text.Length)
        {
            next++;
        }

        if (!final && next < text.Length && (next == end + 1 || char.IsLower(text[next])))
        {
            return false;
        }

        at = end;
        return true;
    }

    private static object?[] Words(string sentence)
    {
        var words = new List<object?>();
        for (var i = 0; i < sentence.Length;)
        {
            if (!char.IsLetterOrDigit(sentence[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < sentence.Length && (char.IsLetterOrDigit(sentence[i]) || IsMark(sentence[i]) || IsInside(sentence, i)))
            {
                i++;
            }

            words.Add(sentence[start..i]);
        }

        return [.. words];
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Apostrophes and points between letters, points and commas between digits, hyphens between either.
    private static bool IsInside(string text, int at)
    {
        if (at == 0 || at + 1 >= text.Length)
        {
            return false;
        }

        char before = text[at - 1], after = text[at + 1];
        return text[at] switch
        {
            '\'' or '’' or '·' => char.IsLetter(before) && char.IsLetter(after),
            '.' => (char.IsLetter(before) && char.IsLetter(after)) || (char.IsDigit(before) && char.IsDigit(after)),
            ',' => char.IsDigit(before) && char.IsDigit(after),
            '-' or '\u00AD' or '_' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            _ => false,
        };
    }
}
