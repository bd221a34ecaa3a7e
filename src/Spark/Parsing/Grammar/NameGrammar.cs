using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Names: of columns, tables, functions, aliases. Almost every keyword can be a name where it cannot be misread.</summary>
internal sealed class NameGrammar(TokenCursor cursor)
{
    public bool IsName => cursor.Is(TokenKind.Word) || cursor.Is(TokenKind.QuotedName);

    /// <summary>One name.</summary>
    public string Single(string expected)
    {
        if (!IsName)
            throw cursor.Unexpected(expected);
        return Value(cursor.Take());
    }

    /// <summary><c>a.b.c</c>.</summary>
    public Seq<string> Qualified(string expected)
    {
        var parts = new List<string> { Single(expected) };
        while (cursor.Is(TokenKind.Dot))
        {
            cursor.Take();
            parts.Add(Single("a name after the point"));
        }

        return parts.ToSeq();
    }

    /// <summary><c>(a, b, c)</c>.</summary>
    public Seq<string> Parenthesized(string expected)
    {
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var names = Listed(expected);
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return names;
    }

    /// <summary><c>a, b, c</c>.</summary>
    public Seq<string> Listed(string expected)
    {
        var names = new List<string>();
        do
        {
            names.Add(Single(expected));
        }
        while (cursor.Accept(TokenKind.Comma));
        return names.ToSeq();
    }

    /// <summary>The name that a token is.</summary>
    public string Value(Token token)
    {
        var spelling = cursor.Spelling(token);
        if (token.Kind == TokenKind.QuotedName)
        {
            var name = spelling[1..^1].ToString().Replace("``", "`", StringComparison.Ordinal);
            return name.Length > 0 ? name : throw SyntaxErrors.At(cursor.PositionOf(token), "a name has at least one character.", "INVALID_IDENTIFIER");
        }

        if (spelling.ContainsAnyExceptInRange('\0', '\x7f'))
        {
            throw SyntaxErrors.At(
                cursor.PositionOf(token),
                $"a name with other characters than letters a to z, digits and _ stands in back quotes: `{spelling}`.",
                "INVALID_IDENTIFIER");
        }

        return spelling.ToString();
    }

    /// <summary>Whether the current word can be an alias without AS after an expression: it does not go on with the clause around it.</summary>
    public bool IsImpliedColumnAlias => cursor.Is(TokenKind.QuotedName) || (cursor.Is(TokenKind.Word) && !StartsClause());

    /// <summary>As <see cref="IsImpliedColumnAlias"/>, after a table: the words of joins and set operations are never its alias.</summary>
    public bool IsImpliedTableAlias => cursor.Is(TokenKind.QuotedName) || (cursor.Is(TokenKind.Word) && !IsJoinWord(cursor.Current.Keyword) && !StartsClause());

    /// <summary>Whether the word has a place in the grammar that leaves it no use as a column's name without back quotes.</summary>
    public static bool IsReserved(Keyword keyword) => keyword is Keyword.Select or Keyword.From or Keyword.Where or Keyword.Having
        or Keyword.Union or Keyword.Intersect or Keyword.Except or Keyword.Join or Keyword.On or Keyword.Using or Keyword.And or Keyword.Or
        or Keyword.As or Keyword.When or Keyword.Then or Keyword.Else or Keyword.In or Keyword.Is or Keyword.Between or Keyword.Not;

    /// <summary>Whether the word belongs to joins and set operations and so is never a table's alias, with AS neither.</summary>
    public static bool IsJoinWord(Keyword keyword) => keyword is Keyword.Anti or Keyword.Cross or Keyword.Except or Keyword.Full
        or Keyword.Inner or Keyword.Intersect or Keyword.Join or Keyword.Lateral or Keyword.Left or Keyword.Natural or Keyword.On
        or Keyword.Right or Keyword.Semi or Keyword.Minus or Keyword.Union or Keyword.Using;

    private bool StartsClause()
    {
        var next = cursor.Peek(1);
        return cursor.Current.Keyword switch
        {
            var k when IsReserved(k) => true,
            Keyword.Group or Keyword.Order or Keyword.Sort or Keyword.Cluster or Keyword.Distribute => next.Keyword == Keyword.By,
            Keyword.Limit or Keyword.Offset => next.Kind is not (TokenKind.Comma or TokenKind.RightParenthesis) && next.Keyword != Keyword.From,
            Keyword.Window => cursor.Peek(2).Keyword == Keyword.As,
            Keyword.Lateral => next.Keyword == Keyword.View || next.Kind == TokenKind.LeftParenthesis,
            Keyword.Pivot or Keyword.Tablesample => next.Kind == TokenKind.LeftParenthesis,
            Keyword.Unpivot => next.Kind == TokenKind.LeftParenthesis || next.Keyword is Keyword.Include or Keyword.Exclude,
            Keyword.Qualify => next.Kind is not (TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.End)
                && next.Keyword != Keyword.Limit && (next.Keyword == Keyword.Not || !IsReserved(next.Keyword)),
            Keyword.For => next.Kind == TokenKind.LeftParenthesis || cursor.Peek(2).Keyword == Keyword.In
                || next.Keyword is Keyword.Version or Keyword.SystemVersion or Keyword.Timestamp or Keyword.SystemTime,
            Keyword.Version or Keyword.SystemVersion or Keyword.Timestamp or Keyword.SystemTime =>
                next.Keyword == Keyword.As && cursor.Peek(2).Keyword == Keyword.Of,
            Keyword.With => next.Keyword is Keyword.Rollup or Keyword.Cube,
            Keyword.Grouping => next.Keyword == Keyword.Sets,
            Keyword.Insert => true,
            Keyword.Minus or Keyword.Cross or Keyword.Inner or Keyword.Left or Keyword.Right or Keyword.Full or Keyword.Semi or Keyword.Anti
                or Keyword.Natural => next.Kind is not (TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.End)
                    && next.Keyword is not (Keyword.From or Keyword.As),
            _ => false,
        };
    }
}
