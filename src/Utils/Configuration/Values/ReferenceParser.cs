using System.Text;

namespace SparkEtl.Utils.Configuration.Values;

/// <summary>Splits a value at its references <c>${NAME}</c> and <c>${file:PATH}</c>; <c>$${</c> stands for <c>${</c> itself.</summary>
internal static class ReferenceParser
{
    private const string FilePrefix = "file:";

    public static IReadOnlyList<Piece> Parse(string text)
    {
        var pieces = new List<Piece>();
        var literal = new StringBuilder();
        int at = 0;
        while (at < text.Length)
        {
            if (text.AsSpan(at).StartsWith("$${"))
            {
                literal.Append("${");
                at += 3;
            }
            else if (text.AsSpan(at).StartsWith("${"))
            {
                int end = text.IndexOf('}', at);
                Flush(pieces, literal);
                pieces.Add(end < 0 ? new Piece.Malformed("'${' is not closed by '}'; write $${ for the characters themselves") : Reference(text[(at + 2)..end]));
                at = end < 0 ? text.Length : end + 1;
            }
            else
            {
                literal.Append(text[at++]);
            }
        }
        Flush(pieces, literal);
        return pieces;
    }

    private static void Flush(List<Piece> pieces, StringBuilder literal)
    {
        if (literal.Length > 0) pieces.Add(new Piece.Literal(literal.ToString()));
        literal.Clear();
    }

    private static Piece Reference(string inner)
    {
        if (inner.StartsWith(FilePrefix, StringComparison.Ordinal))
        {
            string path = inner[FilePrefix.Length..].Trim();
            return path.Length > 0 ? new Piece.File(path) : new Piece.Malformed("'${file:}' names no file; expected ${file:PATH}");
        }
        return IsName(inner) ? new Piece.Variable(inner)
            : new Piece.Malformed($"'${{{inner}}}' is not a reference; expected ${{NAME}} with a name of letters, digits and _, or ${{file:PATH}}");
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
