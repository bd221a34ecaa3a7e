using System.Text;

namespace SparkEtl.Spark.Catalogue.Kernels.Json;

/// <summary>JSON for people: a field a line, arrays in one line.</summary>
internal static class JsonPretty
{
    /// <summary>The same value with blanks.</summary>
    /// <param name="compact">JSON without blanks outside of its strings.</param>
    public static string Of(string compact)
    {
        var text = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < compact.Length; i++)
        {
            var c = compact[i];
            switch (c)
            {
                case '"':
                    var end = EndOfString(compact, i);
                    text.Append(compact, i, end - i);
                    i = end - 1;
                    break;
                case '{' or '[' when compact[i + 1] is '}' or ']':
                    text.Append(c).Append(' ').Append(compact[++i]);
                    break;
                case '{':
                    NewLine(text.Append(c), ++depth);
                    break;
                case '}':
                    NewLine(text, --depth).Append(c);
                    break;
                case '[':
                    text.Append("[ ");
                    break;
                case ']':
                    text.Append(" ]");
                    break;
                case ':':
                    text.Append(" : ");
                    break;
                case ',' when InArray(compact, i):
                    text.Append(", ");
                    break;
                case ',':
                    NewLine(text.Append(c), depth);
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }

    private static StringBuilder NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', 2 * depth);

    // Between fields a name follows, a string with a colon behind it; between items it does not.
    private static bool InArray(string compact, int comma) =>
        compact[comma + 1] != '"' || EndOfString(compact, comma + 1) is var end && (end == compact.Length || compact[end] != ':');

    private static int EndOfString(string compact, int start)
    {
        var at = start + 1;
        while (compact[at] != '"')
        {
            at += compact[at] == '\\' ? 2 : 1;
        }

        return at + 1;
    }
}
