using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Predicates: IS, BETWEEN, IN, LIKE, ILIKE, RLIKE. A value has one at most.</summary>
internal sealed class PredicateGrammar(SqlGrammar grammar)
{
    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>The value with the predicate that follows it, or as it is when none does.</summary>
    public ExpressionSyntax After(ExpressionSyntax value, int start)
    {
        if (cursor.Accept(Keyword.Is))
            return IsPredicate(value, start);

        var negated = cursor.Is(Keyword.Not) || cursor.Is(TokenKind.Bang);
        var keyword = cursor.Peek(negated ? 1 : 0).Keyword;
        if (keyword is not (Keyword.Between or Keyword.In or Keyword.Like or Keyword.Ilike or Keyword.Rlike))
            return value;

        cursor.Take();
        if (negated)
            cursor.Take();
        return keyword switch
        {
            Keyword.Between => Not(negated, start, Between(value, start)),
            Keyword.In => Not(negated, start, In(value, start)),
            Keyword.Rlike => Not(negated, start, grammar.Expressions.Call(start, "rlike", value, grammar.Expressions.Value())),
            _ => Like(keyword == Keyword.Like ? "like" : "ilike", value, negated, start),
        };
    }

    private ExpressionSyntax IsPredicate(ExpressionSyntax value, int start)
    {
        var negated = cursor.Accept(Keyword.Not) || cursor.Accept(TokenKind.Bang);
        if (cursor.Accept(Keyword.Null))
            return grammar.Expressions.Call(start, negated ? "isnotnull" : "isnull", value);
        if (cursor.Is(Keyword.True) || cursor.Is(Keyword.False))
        {
            var wanted = cursor.Take().Keyword == Keyword.True;
            var literal = new LiteralSyntax(wanted, SqlTypes.Boolean) { At = cursor.Since(cursor.Index - 1) };
            return Not(negated, start, grammar.Expressions.Call(start, "<=>", value, literal));
        }

        // NOT asks for a boolean, as IS UNKNOWN does, and is null exactly when its operand is.
        if (cursor.Accept(Keyword.Unknown))
            return grammar.Expressions.Call(start, negated ? "isnotnull" : "isnull", grammar.Expressions.Call(start, "not", value));
        if (cursor.Accept(Keyword.Distinct, Keyword.From))
            return Not(!negated, start, grammar.Expressions.Call(start, "<=>", value, grammar.Expressions.Value()));
        throw cursor.Unexpected("NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM");
    }

    private CallSyntax Between(ExpressionSyntax value, int start)
    {
        var low = grammar.Expressions.Value();
        cursor.Expect(Keyword.And);
        return grammar.Expressions.Call(start, "between", value, low, grammar.Expressions.Value());
    }

    private ExpressionSyntax In(ExpressionSyntax value, int start)
    {
        cursor.Expect(TokenKind.LeftParenthesis, "'(' with the values or a query");
        if (grammar.Queries.StartsQuery(0))
            return InQuery(value, grammar.Queries.Query(), start);

        var queryStart = cursor.Index;
        var first = grammar.Expressions.Expression();
        if (first is ScalarSubquerySyntax subquery && grammar.Queries.GoesOn())
            return InQuery(value, grammar.Queries.QueryFrom(subquery.Query, queryStart), start);

        var arguments = new List<ExpressionSyntax> { value, first };
        while (cursor.Accept(TokenKind.Comma))
        {
            arguments.Add(grammar.Expressions.Expression());
        }

        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return new CallSyntax("in", arguments.ToSeq()) { At = cursor.Since(start) };
    }

    private InSubquerySyntax InQuery(ExpressionSyntax value, QuerySyntax query, int start)
    {
        cursor.Expect(TokenKind.RightParenthesis, "')' at the end of the query");
        return new InSubquerySyntax(SqlGrammar.FieldsOf(value).ToSeq(), query) { At = cursor.Since(start) };
    }

    private ExpressionSyntax Like(string name, ExpressionSyntax value, bool negated, int start)
    {
        if (cursor.Current.Keyword is Keyword.Any or Keyword.Some or Keyword.All && cursor.Peek(1).Kind == TokenKind.LeftParenthesis)
            return LikeSeveral(name, value, negated, start);

        var pattern = grammar.Expressions.Value();
        if (!cursor.Accept(Keyword.Escape))
            return Not(negated, start, grammar.Expressions.Call(start, name, value, pattern));

        var escapeStart = cursor.Index;
        var escape = grammar.Literals.Text("the escape character as a text in quotes");
        if (escape.Length != 1)
            throw SyntaxErrors.At(cursor.Since(escapeStart), $"an escape has one character, '{escape}' has {escape.Length}.", "INVALID_ESCAPE_CHAR");
        var literal = new LiteralSyntax(escape, SqlTypes.String) { At = cursor.Since(escapeStart) };
        return Not(negated, start, grammar.Expressions.Call(start, name, value, pattern, literal));
    }

    // ANY and ALL are the OR and the AND of the single comparisons, in what they do with nulls too.
    private ExpressionSyntax LikeSeveral(string name, ExpressionSyntax value, bool negated, int start)
    {
        var all = cursor.Take().Keyword == Keyword.All;
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var comparisons = grammar.List(() => Not(negated, start, grammar.Expressions.Call(start, name, value, grammar.Expressions.Expression())));
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return ExpressionGrammar.Balanced(all ? "and" : "or", comparisons);
    }

    private ExpressionSyntax Not(bool negated, int start, ExpressionSyntax condition) =>
        negated ? grammar.Expressions.Call(start, "not", condition) : condition;
}
