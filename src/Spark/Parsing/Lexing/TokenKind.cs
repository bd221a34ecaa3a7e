namespace SparkEtl.Spark.Parsing.Lexing;

/// <summary>The kinds of tokens of Spark SQL.</summary>
internal enum TokenKind : byte
{
    End,

    /// <summary>A keyword or an unquoted name; in this grammar most keywords can be names.</summary>
    Word,

    /// <summary>A name in back quotes.</summary>
    QuotedName,

    /// <summary>A text in single or double quotes, with backslash escapes.</summary>
    Text,

    /// <summary>A text whose backslashes are plain: <c>r'\d+'</c>.</summary>
    RawText,

    /// <summary>Digits alone.</summary>
    Integer,

    /// <summary>Digits with a point.</summary>
    Decimal,

    /// <summary>A number with an exponent.</summary>
    Exponent,

    /// <summary><c>1L</c>.</summary>
    BigInt,

    /// <summary><c>1S</c>.</summary>
    SmallInt,

    /// <summary><c>1Y</c>.</summary>
    TinyInt,

    /// <summary><c>1F</c>.</summary>
    Float,

    /// <summary><c>1D</c>.</summary>
    Double,

    /// <summary><c>1BD</c>.</summary>
    BigDecimal,

    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    Comma,
    Dot,
    Semicolon,
    Bang,
    Equal,
    NullSafeEqual,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    ShiftLeft,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Tilde,
    Ampersand,
    Pipe,
    PipeGreater,
    DoublePipe,
    Caret,
    Colon,
    DoubleColon,
    Arrow,
    FatArrow,
    Question,

    /// <summary>A character that starts no token.</summary>
    Unknown,

    /// <summary>A text without its closing quote.</summary>
    OpenText,

    /// <summary>A name without its closing back quote.</summary>
    OpenName,

    /// <summary>A comment without its end.</summary>
    OpenComment,
}
