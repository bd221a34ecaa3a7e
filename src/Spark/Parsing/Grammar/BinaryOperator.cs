using SparkEtl.Spark.Parsing.Lexing;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>An operator between two values.</summary>
/// <param name="Name">The name of its call.</param>
/// <param name="Level">How tightly it binds; the higher the tighter.</param>
/// <param name="Tokens">How many tokens it is.</param>
internal readonly record struct BinaryOperator(string Name, int Level, int Tokens = 1)
{
    /// <summary>The operator at the cursor, or null.</summary>
    public static BinaryOperator? At(TokenCursor cursor) => cursor.Current.Kind switch
    {
        TokenKind.Equal => new("=", 1),
        TokenKind.NotEqual => new("!=", 1),
        TokenKind.NullSafeEqual => new("<=>", 1),
        TokenKind.Less => new("<", 1),
        TokenKind.LessOrEqual => new("<=", 1),
        TokenKind.GreaterOrEqual => new(">=", 1),
        TokenKind.Greater => GreaterOrShift(cursor),
        TokenKind.Pipe => new("|", 2),
        TokenKind.Caret => new("^", 3),
        TokenKind.Ampersand => new("&", 4),
        TokenKind.ShiftLeft => new("shiftleft", 5),
        TokenKind.Plus => new("+", 6),
        TokenKind.Minus => new("-", 6),
        TokenKind.DoublePipe => new("||", 6),
        TokenKind.Star => new("*", 7),
        TokenKind.Slash => new("/", 7),
        TokenKind.Percent => new("%", 7),
        TokenKind.Word when cursor.Is(Keyword.Div) => new("div", 7),
        _ => null,
    };

    private static BinaryOperator GreaterOrShift(TokenCursor cursor)
    {
        var second = cursor.Peek(1);
        if (second.Kind != TokenKind.Greater || second.Offset != cursor.Current.End)
            return new(">", 1);

        var third = cursor.Peek(2);
        return third.Kind == TokenKind.Greater && third.Offset == second.End
            ? new("shiftrightunsigned", 5, 3)
            : new("shiftright", 5, 2);
    }
}
