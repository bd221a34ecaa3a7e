using System.Text;
using SparkEtl.Spark.Catalogue.Kernels.Casts;
using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Literals;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Constants.</summary>
internal sealed class LiteralGrammar(SqlGrammar grammar)
{
    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>The constant at the current token, or null when none starts here.</summary>
    public LiteralSyntax? TryParse()
    {
        var start = cursor.Index;
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Text or TokenKind.RawText:
                return Texts(start);
            case TokenKind.Minus when NumberLiteral.IsNumber(cursor.Peek(1).Kind):
                cursor.Take();
                return Number(start, negative: true);
            case var kind when NumberLiteral.IsNumber(kind):
                return Number(start, negative: false);
            case TokenKind.Word:
                return Word(start, token.Keyword);
            default:
                return null;
        }
    }

    /// <summary>One text in quotes.</summary>
    public string Text(string expected)
    {
        if (!IsText(cursor.Current.Kind))
            throw cursor.Unexpected(expected);

        var token = cursor.Take();
        var next = cursor.Current;
        if (next.Kind == TokenKind.Text && token.Kind == TokenKind.Text && next.Offset == token.End && cursor.Text[next.Offset] == cursor.Text[token.Offset])
        {
            var quote = cursor.Text[token.Offset];
            throw SyntaxErrors.Refused(
                cursor.PositionOf(next),
                $"A doubled quote ({quote}{quote}) in a text",
                $"Spark 3.5 leaves it out and Spark 4 reads one quote. Write \\{quote} for a quote in a text; to join two texts, put a blank between them.");
        }

        var spelling = cursor.Spelling(token);
        return token.Kind == TokenKind.RawText ? TextLiteral.Raw(spelling) : TextLiteral.Unescape(spelling);
    }

    /// <summary>Whether the token is a text in quotes.</summary>
    public static bool IsText(TokenKind kind) => kind is TokenKind.Text or TokenKind.RawText;

    private LiteralSyntax Texts(int start)
    {
        var value = Text("a text");
        if (!IsText(cursor.Current.Kind))
            return new LiteralSyntax(value, SqlTypes.String) { At = cursor.Since(start) };

        var joined = new StringBuilder(value);
        while (IsText(cursor.Current.Kind))
        {
            joined.Append(Text("a text"));
        }

        return new LiteralSyntax(joined.ToString(), SqlTypes.String) { At = cursor.Since(start) };
    }

    private LiteralSyntax Number(int start, bool negative)
    {
        var token = cursor.Take();
        return NumberLiteral.Parse(cursor.Spelling(token), token.Kind, negative, cursor.Since(start));
    }

    private LiteralSyntax? Word(int start, Keyword keyword)
    {
        var next = cursor.Peek(1).Kind;
        switch (keyword)
        {
            case Keyword.Null or Keyword.True or Keyword.False when next != TokenKind.Arrow:
                cursor.Take();
                return keyword == Keyword.Null
                    ? new LiteralSyntax(null, SqlTypes.Null) { At = cursor.Since(start) }
                    : new LiteralSyntax(keyword == Keyword.True, SqlTypes.Boolean) { At = cursor.Since(start) };
            case Keyword.Date or Keyword.Timestamp or Keyword.TimestampLtz or Keyword.TimestampNtz or Keyword.Time or Keyword.X when IsText(next):
                cursor.Take();
                return Typed(keyword, start);
            case Keyword.Interval when grammar.Intervals.Starts():
                return grammar.Intervals.Literal();
            default:
                return null;
        }
    }

    private LiteralSyntax Typed(Keyword type, int start)
    {
        var text = Text("a text");
        var at = cursor.Since(start);
        switch (type)
        {
            case Keyword.X:
                return new LiteralSyntax(Hex(text, at), SqlTypes.Binary) { At = at };
            case Keyword.Time:
                throw SyntaxErrors.Refused(at, "A TIME literal", "Not every supported Spark version has the type. Use a TIMESTAMP.");
            case var _ when SpecialDay(text) is { } special:
                return Special(special, type, at);
            case Keyword.Date when TextToDate.Convert(text) is { } days:
                return new LiteralSyntax(days, SqlTypes.Date) { At = at };
            case Keyword.Timestamp or Keyword.TimestampLtz when TextToTimestamp.Convert(text) is { } micros:
                return new LiteralSyntax(micros, SqlTypes.Timestamp) { At = at };
            case Keyword.TimestampNtz when TextToTimestamp.ConvertLocal(text) is { } micros:
                return new LiteralSyntax(micros, SqlTypes.TimestampNtz) { At = at };
            default:
                var form = type == Keyword.Date ? "2020-12-31" : "2020-12-31 23:59:59.999999";
                throw SyntaxErrors.At(at, $"'{text}' is no {type.Spell()}, which is written as in {type.Spell()} '{form}'.", "INVALID_TYPED_LITERAL");
        }
    }

    private static byte[] Hex(string text, TextPosition at)
    {
        try
        {
            return Convert.FromHexString(text.Length % 2 == 0 ? text : "0" + text);
        }
        catch (FormatException)
        {
            throw SyntaxErrors.At(at, $"'{text}' is no binary value, which is written in hexadecimal digits, as in X'1F'.", "INVALID_TYPED_LITERAL");
        }
    }

    private static string? SpecialDay(string text) => text.Trim().ToLowerInvariant() switch
    {
        var day and ("epoch" or "now" or "today" or "tomorrow" or "yesterday") => day,
        _ => null,
    };

    private static LiteralSyntax Special(string day, Keyword type, TextPosition at)
    {
        if (day != "epoch")
        {
            throw SyntaxErrors.Refused(
                at, $"The literal '{day}'", "It would be the day on which the text is parsed. Use current_date() or current_timestamp().");
        }

        return type switch
        {
            Keyword.Date => new LiteralSyntax(0, SqlTypes.Date) { At = at },
            Keyword.TimestampNtz => new LiteralSyntax(0L, SqlTypes.TimestampNtz) { At = at },
            _ => new LiteralSyntax(0L, SqlTypes.Timestamp) { At = at },
        };
    }
}
