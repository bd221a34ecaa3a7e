using System.Text;
using SparkEtl.Spark.Parsing.Syntax;

namespace SparkEtl.Spark.Parsing;

/// <summary>Shows a person where in a SQL text something was written.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in that line, from 1.</param>
/// <param name="Excerpt">That line, or the part around the place when it is long.</param>
/// <param name="Caret">As many blanks as bring <c>^</c> under the place in the excerpt, and <c>^</c>.</param>
internal sealed record SourcePointer(int Line, int Column, string Excerpt, string Caret)
{
    private const int Before = 60;
    private const int Width = 110;

    /// <summary>Finds the line, the column and the excerpt of a position.</summary>
    public static SourcePointer Of(TextPosition position)
    {
        var text = position.Text;
        var offset = Math.Clamp(position.Offset, 0, text.Length);
        var lineStart = offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
        var lineEnd = text.IndexOf('\n', offset);
        lineEnd = lineEnd < 0 ? text.Length : lineEnd;
        lineEnd = lineEnd > offset && text[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;

        var from = lineEnd - lineStart <= Width ? lineStart : Math.Max(lineStart, offset - Before);
        var to = Math.Min(lineEnd, from + Width);
        var lead = from > lineStart ? "..." : "";
        var trail = to < lineEnd ? "..." : "";
        return new SourcePointer(
            text.AsSpan(0, lineStart).Count('\n') + 1,
            Characters(text.AsSpan(lineStart, offset - lineStart)) + 1,
            lead + Printable(text.AsSpan(from, to - from)) + trail,
            new string(' ', lead.Length) + Blank(text.AsSpan(from, offset - from)) + "^");
    }

    /// <summary>
    /// The end of a message about a place: <c>line 1, column 10</c>, then <paramref name="rest"/>, then on two lines of their own the
    /// excerpt and a caret under the place.
    /// </summary>
    /// <param name="position">The place.</param>
    /// <param name="rest">What the message says after the column, such as <c>: found 'FORM', expected FROM.</c></param>
    public static string Describe(TextPosition position, string rest = ":")
    {
        var pointer = Of(position);
        return $"line {pointer.Line}, column {pointer.Column}{rest}\n  {pointer.Excerpt}\n  {pointer.Caret}";
    }

    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }

    private static string Printable(ReadOnlySpan<char> text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            printable.Append(c != '\t' && char.IsControl(c) ? ' ' : c);
        }

        return printable.ToString();
    }

    // Tabs stay tabs, so that the caret stands under the place however wide they are shown.
    private static string Blank(ReadOnlySpan<char> text)
    {
        var blank = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsLowSurrogate(c))
                blank.Append(c == '\t' ? '\t' : ' ');
        }

        return blank.ToString();
    }
}
