using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Values: constants, names, calls, CASE, casts, what stands in parentheses, and the elements and fields of those.</summary>
internal sealed class PrimaryGrammar(SqlGrammar grammar)
{
    // How many tokens of an amount in parentheses are looked at for the unit after them.
    private const int LongestAmount = 100;

    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>A value with what follows it directly: <c>[index]</c>, <c>.field</c>, <c>::type</c>.</summary>
    public ExpressionSyntax Value()
    {
        var start = cursor.Index;
        var value = Primary();
        for (var length = 1; ; length++)
        {
            cursor.CheckChain(length);
            switch (cursor.Current.Kind)
            {
                case TokenKind.LeftBracket:
                    cursor.Take();
                    var index = grammar.Expressions.Value();
                    cursor.Expect(TokenKind.RightBracket, "']'");
                    value = new CallSyntax("getitem", [value, index]) { At = cursor.Since(start) };
                    break;
                case TokenKind.Dot:
                    cursor.Take();
                    var field = grammar.Names.Single("a field's name after the point");
                    value = value is NameSyntax name
                        ? new NameSyntax(name.Parts.Add(field)) { At = cursor.Since(start) }
                        : new FieldSyntax(value, field) { At = cursor.Since(start) };
                    break;
                case TokenKind.DoubleColon:
                    cursor.Take();
                    value = new CastSyntax(value, grammar.Types.Type(), Try: false) { At = cursor.Since(start) };
                    break;
                case TokenKind.Word when cursor.Is(Keyword.Collate) && cursor.Peek(1).Kind is TokenKind.Word or TokenKind.QuotedName:
                    throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "COLLATE", "Texts compare byte by byte. Use lower(...) or upper(...).");
                default:
                    return value;
            }
        }
    }

    private ExpressionSyntax Primary()
    {
        var start = cursor.Index;
        if (grammar.Literals.TryParse() is { } literal)
            return literal;

        switch (cursor.Current.Kind)
        {
            case TokenKind.LeftParenthesis:
                return Parenthesized(start);
            case TokenKind.Star:
                cursor.Take();
                return Star([], start);
            case TokenKind.Question:
                throw Parameter();
            case TokenKind.Colon when cursor.Peek(1).Kind is TokenKind.Word:
                throw Parameter();
            case TokenKind.QuotedName:
                return NameOrCall(start);
            case TokenKind.Word:
                return Special(start) ?? NameOrCall(start);
            default:
                throw cursor.Unexpected("an expression");
        }
    }

    private ExpressionSyntax? Special(int start)
    {
        var next = cursor.Peek(1);
        var opens = next.Kind == TokenKind.LeftParenthesis;
        switch (cursor.Current.Keyword)
        {
            case Keyword.Case when next.Kind is not (TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.Dot or TokenKind.End or TokenKind.Arrow)
                && next.Keyword != Keyword.From:
                return Case(start);
            case Keyword.Cast or Keyword.TryCast when opens:
                return Cast(start);
            case Keyword.Interval when next.Kind is TokenKind.Word or TokenKind.LeftParenthesis or TokenKind.Integer && LooksLikeIntervalOfExpression():
                throw SyntaxErrors.At(
                    cursor.PositionOf(cursor.Current),
                    "INTERVAL takes a number or a text, not an expression. Multiply an interval instead: n * INTERVAL 1 DAY.");
            case Keyword.Identifier when opens:
                throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "IDENTIFIER(...)", "Write the name itself.");
            case var keyword when NameGrammar.IsReserved(keyword):
                throw cursor.Unexpected("an expression");
            default:
                return null;
        }
    }

    // interval n day, interval (n + 1) day: the unit follows a name or parentheses.
    private bool LooksLikeIntervalOfExpression()
    {
        var ahead = 1;
        if (cursor.Peek(1).Kind == TokenKind.LeftParenthesis)
        {
            var depth = 0;
            do
            {
                depth += cursor.Peek(ahead).Kind switch
                {
                    TokenKind.LeftParenthesis => 1,
                    TokenKind.RightParenthesis => -1,
                    TokenKind.End => -depth,
                    _ => 0,
                };
                ahead++;
            }
            while (depth > 0 && ahead < LongestAmount);
            ahead--;
        }

        return cursor.Peek(ahead + 1).Keyword is >= Keyword.Year and <= Keyword.Nanoseconds;
    }

    private CaseSyntax Case(int start)
    {
        cursor.Expect(Keyword.Case);
        var operand = cursor.Is(Keyword.When) ? null : grammar.Expressions.Expression();
        var branches = new List<CaseBranchSyntax>();
        while (cursor.Accept(Keyword.When))
        {
            var when = grammar.Expressions.Expression();
            cursor.Expect(Keyword.Then);
            branches.Add(new CaseBranchSyntax(when, grammar.Expressions.Expression()));
        }

        if (branches.Count == 0)
            throw cursor.Unexpected("WHEN");

        var otherwise = cursor.Accept(Keyword.Else) ? grammar.Expressions.Expression() : null;
        if (!cursor.Accept(Keyword.End))
            throw cursor.Unexpected(otherwise is null ? "WHEN, ELSE or END" : "END");
        return new CaseSyntax(operand, branches.ToSeq(), otherwise) { At = cursor.Since(start) };
    }

    private CastSyntax Cast(int start)
    {
        var tries = cursor.Take().Keyword == Keyword.TryCast;
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var value = grammar.Expressions.Expression();
        cursor.Expect(Keyword.As);
        var type = grammar.Types.Type();
        cursor.Expect(TokenKind.RightParenthesis, "')'");
        return new CastSyntax(value, type, tries) { At = cursor.Since(start) };
    }

    private ExpressionSyntax Parenthesized(int start)
    {
        if (IsLambdaHead())
            return Lambda(start);

        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        if (grammar.Queries.StartsQuery(0))
            return Subquery(grammar.Queries.Query(), start);

        var first = grammar.Expressions.Named();
        if (first is ScalarSubquerySyntax subquery && grammar.Queries.GoesOn())
            return Subquery(grammar.Queries.QueryFrom(subquery.Query, start + 1), start);
        if (!cursor.Is(TokenKind.Comma))
        {
            if (first is AliasSyntax)
                throw cursor.Unexpected("',' and more fields of a row");
            cursor.Expect(TokenKind.RightParenthesis, "')'");
            return first;
        }

        var fields = new List<ExpressionSyntax> { first };
        while (cursor.Accept(TokenKind.Comma))
        {
            fields.Add(grammar.Expressions.Named());
        }

        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return new CallSyntax("struct", fields.ToSeq()) { At = cursor.Since(start) };
    }

    private ScalarSubquerySyntax Subquery(QuerySyntax query, int start)
    {
        cursor.Expect(TokenKind.RightParenthesis, "')' at the end of the query");
        return new ScalarSubquerySyntax(query) { At = cursor.Since(start) };
    }

    private bool IsLambdaHead()
    {
        var ahead = 1;
        while (cursor.Peek(ahead).Kind is TokenKind.Word or TokenKind.QuotedName && cursor.Peek(ahead + 1).Kind == TokenKind.Comma)
        {
            ahead += 2;
        }

        return cursor.Peek(ahead).Kind is TokenKind.Word or TokenKind.QuotedName
            && cursor.Peek(ahead + 1).Kind == TokenKind.RightParenthesis
            && cursor.Peek(ahead + 2).Kind == TokenKind.Arrow;
    }

    private LambdaSyntax Lambda(int start)
    {
        var parameters = cursor.Is(TokenKind.LeftParenthesis)
            ? grammar.Names.Parenthesized("a parameter's name")
            : [grammar.Names.Single("a parameter's name")];
        cursor.Expect(TokenKind.Arrow, "'->'");
        return new LambdaSyntax(parameters, grammar.Expressions.Expression()) { At = cursor.Since(start) };
    }

    private ExpressionSyntax NameOrCall(int start)
    {
        if (cursor.Peek(1).Kind == TokenKind.Arrow)
            return Lambda(start);

        var parts = new List<string> { grammar.Names.Single("an expression") };
        while (cursor.Is(TokenKind.Dot))
        {
            cursor.Take();
            if (cursor.Accept(TokenKind.Star))
                return Star(parts.ToSeq(), start);
            parts.Add(grammar.Names.Single("a name or '*' after the point"));
        }

        return cursor.Is(TokenKind.LeftParenthesis)
            ? grammar.Calls.Call(parts, start)
            : new NameSyntax(parts.ToSeq()) { At = cursor.Since(start) };
    }

    private StarSyntax Star(Seq<string> qualifier, int start)
    {
        if (!cursor.Is(Keyword.Except, TokenKind.LeftParenthesis) || grammar.Queries.StartsQuery(2))
            return new StarSyntax(qualifier, []) { At = cursor.Since(start) };

        cursor.Take();
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var except = grammar.List(() =>
        {
            var first = cursor.Index;
            return new NameSyntax(grammar.Names.Qualified("a column's name")) { At = cursor.Since(first) };
        });
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return new StarSyntax(qualifier, except.ToSeq()) { At = cursor.Since(start) };
    }

    private Exception Parameter() => SyntaxErrors.Refused(
        cursor.PositionOf(cursor.Current), "A parameter marker", "Put the value into the text, or compare a column with Lit(value) by method calls.");
}
