using System.Runtime.CompilerServices;
using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Sql;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>The tokens of a text and the place the parser has reached in them.</summary>
internal sealed class TokenCursor
{
    /// <summary>The deepest nesting of expressions, queries and types; the plan is built by recursion.</summary>
    public const int MaxDepth = 1_000;

    /// <summary>The longest chain of operators of one level, such as <c>a + b + c</c>, which nests as deep as it is long.</summary>
    public const int MaxChain = 5_000;

    private readonly Token[] tokens;
    private int depth;
    private int impliedAlias = -1;

    /// <param name="text">The text.</param>
    /// <param name="offset">Where the part to parse starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="whole">What the part is, such as <c>query</c>, for messages.</param>
    public TokenCursor(string text, int offset, int length, string whole)
    {
        Text = text;
        End = $"the end of the {whole}";
        tokens = Lexer.Tokenize(text, offset, length);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>What the end of the text is called in messages.</summary>
    public string End { get; }

    /// <summary>Index of the current token.</summary>
    public int Index { get; private set; }

    public Token Current => tokens[Index];

    public Token Peek(int ahead) => tokens[Math.Min(Index + ahead, tokens.Length - 1)];

    public Token TokenAt(int index) => tokens[index];

    public ReadOnlySpan<char> Spelling(Token token) => Text.AsSpan(token.Offset, token.Length);

    public ReadOnlySpan<char> Spelling(TextPosition position) => Text.AsSpan(position.Offset, position.Length);

    public bool Is(TokenKind kind) => Current.Kind == kind;

    public bool Is(Keyword keyword) => Current.Keyword == keyword;

    public bool Is(Keyword keyword, TokenKind next) => Is(keyword) && Peek(1).Kind == next;

    public bool Is(Keyword first, Keyword second) => Is(first) && Peek(1).Keyword == second;

    public bool Accept(TokenKind kind) => Skip(Is(kind) ? 1 : 0);

    public bool Accept(Keyword keyword) => Skip(Is(keyword) ? 1 : 0);

    public bool Accept(Keyword first, Keyword second) => Skip(Is(first, second) ? 2 : 0);

    public Token Take() => tokens[Index < tokens.Length - 1 ? Index++ : Index];

    public void Expect(TokenKind kind, string expected)
    {
        if (!Accept(kind))
            throw Unexpected(expected);
    }

    public void Expect(Keyword keyword)
    {
        if (!Accept(keyword))
            throw Unexpected(keyword.Spell());
    }

    public void Expect(Keyword first, Keyword second)
    {
        Expect(first);
        Expect(second);
    }

    /// <summary>From the token of index <paramref name="first"/> to the last one taken.</summary>
    public TextPosition Since(int first)
    {
        var start = tokens[first].Offset;
        var end = Index > first ? tokens[Index - 1].End : start;
        return new TextPosition(Text, start, end - start);
    }

    /// <summary>Where a token stands.</summary>
    public TextPosition PositionOf(Token token) => new(Text, token.Offset, token.Length);

    /// <summary>Remembers that the last token was taken for an alias without AS; it may have been meant as a keyword.</summary>
    public void NoteImpliedAlias() => impliedAlias = Index - 1;

    /// <summary>Goes one level of nesting down; an error when that is too deep.</summary>
    public void Enter()
    {
        if (++depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw TooDeep($"the text nests deeper than {MaxDepth} levels");
    }

    public void Leave() => depth--;

    /// <summary>Checks the length of a chain of operators of one level.</summary>
    public void CheckChain(int length)
    {
        if (length > MaxChain)
            throw TooDeep($"a chain of operators is longer than {MaxChain}");
    }

    /// <summary>Checks the number of prefix operators before one operand.</summary>
    public void CheckPrefixes(int count)
    {
        if (count + depth > MaxDepth)
            throw TooDeep($"the text nests deeper than {MaxDepth} levels");
    }

    /// <summary>The error that the current token is not what the grammar wants here.</summary>
    /// <param name="expected">What it wants, as a noun phrase.</param>
    public AnalysisException Unexpected(string expected)
    {
        if (impliedAlias >= 0 && impliedAlias == Index - 1 && NearKeyword.Of(Spelling(tokens[impliedAlias])) is { } meant)
        {
            var alias = tokens[impliedAlias];
            return SyntaxErrors.Found(PositionOf(alias), $"'{Spelling(alias)}'", $"{meant} or {End}.");
        }

        var at = PositionOf(Current);
        return Current.Kind switch
        {
            TokenKind.End => SyntaxErrors.Found(at, "the end of the text", expected + "."),
            TokenKind.OpenText => SyntaxErrors.At(at, "the text that starts here has no closing quote."),
            TokenKind.OpenName => SyntaxErrors.At(at, "the name that starts here has no closing back quote."),
            TokenKind.OpenComment => SyntaxErrors.At(at, "the comment that starts here has no */.", "UNCLOSED_BRACKETED_COMMENT"),
            TokenKind.Word => SyntaxErrors.Found(at, Quote(Current), $"{expected}.{NearKeyword.Question(Spelling(Current))}"),
            _ => SyntaxErrors.Found(at, Quote(Current), expected + "."),
        };
    }

    private AnalysisException TooDeep(string problem) => SyntaxErrors.At(
        PositionOf(Current),
        $"{problem}. Split it into several queries or columns.",
        "SQL_TOO_DEEPLY_NESTED");

    private bool Skip(int count)
    {
        Index += count;
        return count > 0;
    }

    private string Quote(Token token)
    {
        const int Longest = 40;
        return token.Length <= Longest ? $"'{Spelling(token)}'" : $"'{Text.AsSpan(token.Offset, Longest)}...'";
    }
}
