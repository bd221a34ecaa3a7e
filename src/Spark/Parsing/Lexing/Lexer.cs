namespace SparkEtl.Spark.Parsing.Lexing;

/// <summary>
/// Cuts a text into tokens. It never fails: what is no token becomes one of the kinds that no rule of the grammar takes, so that the
/// parser reports it where it stands. <c>&gt;&gt;</c> is two tokens, since it also closes two types.
/// </summary>
internal ref struct Lexer
{
    private readonly string text;
    private readonly int end;
    private readonly List<Token> tokens;
    private int at;

    private Lexer(string text, int start, int end)
    {
        this.text = text;
        this.end = end;
        at = start;
        tokens = new List<Token>(((end - start) / 4) + 2);
    }

    /// <summary>The tokens of a part of a text; the last one is <see cref="TokenKind.End"/>.</summary>
    public static Token[] Tokenize(string text, int offset, int length)
    {
        var lexer = new Lexer(text, offset, offset + length);
        while (lexer.SkipBlank())
        {
            lexer.ReadToken();
        }

        lexer.Add(TokenKind.End, lexer.at);
        return [.. lexer.tokens];
    }

    private readonly char Peek(int ahead) => at + ahead < end ? text[at + ahead] : '\0';

    private readonly void Add(TokenKind kind, int start, Keyword keyword = Keyword.None) =>
        tokens.Add(new Token(kind, keyword, start, at - start));

    /// <summary>Skips white space and comments; false at the end of the text.</summary>
    private bool SkipBlank()
    {
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
                at++;
            else if (c == '-' && Peek(1) == '-')
                SkipLineComment();
            else if (c == '/' && Peek(1) == '*')
                SkipBlockComment();
            else
                return true;
        }

        return false;
    }

    // A backslash before the line's end continues the comment on the next line.
    private void SkipLineComment()
    {
        while (at < end && text[at] is not ('\r' or '\n'))
        {
            at += text[at] == '\\' && Peek(1) == '\n' ? 2 : 1;
        }
    }

    private void SkipBlockComment()
    {
        var start = at;
        var depth = 0;
        do
        {
            if (at >= end)
            {
                Add(TokenKind.OpenComment, start);
                return;
            }

            var step = (text[at], Peek(1)) switch
            {
                ('/', '*') => 1,
                ('*', '/') => -1,
                _ => 0,
            };
            depth += step;
            at += step == 0 ? 1 : 2;
        }
        while (depth > 0);
    }

    private void ReadToken()
    {
        var start = at;
        var c = text[at];
        if (c is '\'' or '"')
            ReadText(start);
        else if (c is 'r' or 'R' && Peek(1) is '\'' or '"')
            ReadRawText(start);
        else if (c == '`')
            ReadQuotedName(start);
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
            ReadNumber(start);
        else if (IsWordCharacter(c))
            ReadWord(start);
        else
            ReadSymbol(start, c);
    }

    private void ReadText(int start)
    {
        var quote = text[at++];
        while (at < end && text[at] != quote)
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        Close(start, TokenKind.Text, TokenKind.OpenText);
    }

    private void ReadRawText(int start)
    {
        var quote = text[at + 1];
        at += 2;
        while (at < end && text[at] != quote)
        {
            at++;
        }

        Close(start, TokenKind.RawText, TokenKind.OpenText);
    }

    private void ReadQuotedName(int start)
    {
        at++;
        while (at < end && (text[at] != '`' || Peek(1) == '`'))
        {
            at += text[at] == '`' ? 2 : 1;
        }

        Close(start, TokenKind.QuotedName, TokenKind.OpenName);
    }

    private void Close(int start, TokenKind closed, TokenKind open)
    {
        var isClosed = at < end;
        at = isClosed ? at + 1 : end;
        Add(isClosed ? closed : open, start);
    }

    private void ReadWord(int start)
    {
        SkipWordCharacters();
        Add(TokenKind.Word, start, Keywords.Find(text.AsSpan(start, at - start)));
    }

    private void SkipWordCharacters()
    {
        while (at < end && IsWordCharacter(text[at]))
        {
            at++;
        }
    }

    private void SkipDigits()
    {
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    // A number that runs on into letters is a name (1st), or after a point the point and a name (t.1st).
    private void ReadNumber(int start)
    {
        SkipDigits();
        var hasPoint = false;
        if (Peek(0) == '.')
        {
            hasPoint = true;
            at++;
            SkipDigits();
        }

        var kind = ReadExponentAndSuffix(hasPoint);
        if (at >= end || !IsWordCharacter(text[at]))
        {
            Add(kind, start);
            return;
        }

        at = start;
        if (text[at] == '.')
        {
            at++;
            Add(TokenKind.Dot, start);
        }
        else if (hasPoint)
        {
            SkipDigits();
            Add(TokenKind.Integer, start);
        }
        else
        {
            ReadWord(start);
        }
    }

    private TokenKind ReadExponentAndSuffix(bool hasPoint)
    {
        var hasExponent = false;
        if (Peek(0) is 'e' or 'E')
        {
            var sign = Peek(1) is '+' or '-' ? 1 : 0;
            if (char.IsAsciiDigit(Peek(1 + sign)))
            {
                at += 2 + sign;
                SkipDigits();
                hasExponent = true;
            }
        }

        var isWhole = !hasPoint && !hasExponent;
        var (kind, length) = (char.ToUpperInvariant(Peek(0)), char.ToUpperInvariant(Peek(1))) switch
        {
            ('B', 'D') => (TokenKind.BigDecimal, 2),
            ('D', _) => (TokenKind.Double, 1),
            ('F', _) => (TokenKind.Float, 1),
            ('L', _) when isWhole => (TokenKind.BigInt, 1),
            ('S', _) when isWhole => (TokenKind.SmallInt, 1),
            ('Y', _) when isWhole => (TokenKind.TinyInt, 1),
            _ => (hasExponent ? TokenKind.Exponent : hasPoint ? TokenKind.Decimal : TokenKind.Integer, 0),
        };
        at += length;
        return kind;
    }

    private void ReadSymbol(int start, char c)
    {
        var next = Peek(1);
        var (kind, length) = c switch
        {
            '(' => (TokenKind.LeftParenthesis, 1),
            ')' => (TokenKind.RightParenthesis, 1),
            '[' => (TokenKind.LeftBracket, 1),
            ']' => (TokenKind.RightBracket, 1),
            ',' => (TokenKind.Comma, 1),
            '.' => (TokenKind.Dot, 1),
            ';' => (TokenKind.Semicolon, 1),
            '+' => (TokenKind.Plus, 1),
            '*' => (TokenKind.Star, 1),
            '/' => (TokenKind.Slash, 1),
            '%' => (TokenKind.Percent, 1),
            '~' => (TokenKind.Tilde, 1),
            '&' => (TokenKind.Ampersand, 1),
            '^' => (TokenKind.Caret, 1),
            '?' => (TokenKind.Question, 1),
            ':' => next == ':' ? (TokenKind.DoubleColon, 2) : (TokenKind.Colon, 1),
            '-' => next == '>' ? (TokenKind.Arrow, 2) : (TokenKind.Minus, 1),
            '|' => next switch
            {
                '|' => (TokenKind.DoublePipe, 2),
                '>' => (TokenKind.PipeGreater, 2),
                _ => (TokenKind.Pipe, 1),
            },
            '=' => next switch
            {
                '=' => (TokenKind.Equal, 2),
                '>' => (TokenKind.FatArrow, 2),
                _ => (TokenKind.Equal, 1),
            },
            '!' => next switch
            {
                '=' => (TokenKind.NotEqual, 2),
                '<' => (TokenKind.GreaterOrEqual, 2),
                '>' => (TokenKind.LessOrEqual, 2),
                _ => (TokenKind.Bang, 1),
            },
            '<' => next switch
            {
                '=' when Peek(2) == '>' => (TokenKind.NullSafeEqual, 3),
                '=' => (TokenKind.LessOrEqual, 2),
                '>' => (TokenKind.NotEqual, 2),
                '<' => (TokenKind.ShiftLeft, 2),
                _ => (TokenKind.Less, 1),
            },
            '>' => next == '=' ? (TokenKind.GreaterOrEqual, 2) : (TokenKind.Greater, 1),
            _ => (TokenKind.Unknown, char.IsHighSurrogate(c) && char.IsLowSurrogate(next) ? 2 : 1),
        };
        at += length;
        Add(kind, start);
    }

    private static bool IsWordCharacter(char c) => c == '_' || char.IsAsciiLetterOrDigit(c) || (c > '\x7f' && char.IsLetter(c));
}
