using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Literals;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>
/// Expressions by precedence, the loosest first: OR, AND, NOT, predicates (which do not chain), comparisons, |, ^, &amp;, shifts,
/// + - ||, * / % DIV, signs and ~, then what follows a value directly.
/// </summary>
internal sealed class ExpressionGrammar(SqlGrammar grammar)
{
    private const int Loosest = 1;

    private readonly TokenCursor cursor = grammar.Cursor;

    public ExpressionSyntax Expression()
    {
        cursor.Enter();
        var expression = Logical(null, cursor.Index);
        cursor.Leave();
        return expression;
    }

    /// <summary>An expression of which the first value is already parsed.</summary>
    public ExpressionSyntax ExpressionFrom(ExpressionSyntax value, int start)
    {
        cursor.Enter();
        var expression = Logical(value, start);
        cursor.Leave();
        return expression;
    }

    /// <summary>An expression without the predicates, AND, OR and NOT.</summary>
    public ExpressionSyntax Value()
    {
        cursor.Enter();
        var value = Binary(Loosest);
        cursor.Leave();
        return value;
    }

    /// <summary>An expression that can have a name: <c>a + 1 AS b</c>, <c>a + 1 b</c>, <c>explode(m) AS (k, v)</c>.</summary>
    public ExpressionSyntax Named()
    {
        var start = cursor.Index;
        var expression = Expression();
        if (cursor.Accept(Keyword.As))
        {
            var names = cursor.Is(TokenKind.LeftParenthesis)
                ? grammar.Names.Parenthesized("a column's name")
                : [grammar.Names.Single("a column's name after AS")];
            return new AliasSyntax(expression, names) { At = cursor.Since(start) };
        }

        if (cursor.Is(TokenKind.LeftParenthesis))
            return new AliasSyntax(expression, grammar.Names.Parenthesized("a column's name")) { At = cursor.Since(start) };
        if (!grammar.Names.IsImpliedColumnAlias)
            return expression;

        var name = grammar.Names.Single("a column's name");
        cursor.NoteImpliedAlias();
        return new AliasSyntax(expression, [name]) { At = cursor.Since(start) };
    }

    /// <summary>An expression to sort by.</summary>
    public SortSyntax Sort()
    {
        var start = cursor.Index;
        var expression = Expression();
        var descending = cursor.Accept(Keyword.Desc);
        if (!descending)
            cursor.Accept(Keyword.Asc);

        bool? nullsFirst = null;
        if (cursor.Accept(Keyword.Nulls))
        {
            nullsFirst = cursor.Accept(Keyword.First);
            if (nullsFirst == false && !cursor.Accept(Keyword.Last))
                throw cursor.Unexpected("FIRST or LAST");
        }

        return new SortSyntax(expression, descending, nullsFirst) { At = cursor.Since(start) };
    }

    private ExpressionSyntax Logical(ExpressionSyntax? first, int start)
    {
        var alternatives = new List<ExpressionSyntax>(1);
        do
        {
            var conditions = new List<ExpressionSyntax>(1);
            do
            {
                conditions.Add(first is null ? Negated() : Predicate(first, start));
                first = null;
            }
            while (cursor.Accept(Keyword.And));
            alternatives.Add(Balanced("and", conditions, 0, conditions.Count));
        }
        while (cursor.Accept(Keyword.Or));
        return Balanced("or", alternatives, 0, alternatives.Count);
    }

    // A chain of conditions becomes a tree of logarithmic depth; both operators are associative.
    private static ExpressionSyntax Balanced(string name, List<ExpressionSyntax> operands, int from, int to)
    {
        if (to - from == 1)
            return operands[from];

        var middle = from + ((to - from) / 2);
        var left = Balanced(name, operands, from, middle);
        var right = Balanced(name, operands, middle, to);
        return new CallSyntax(name, [left, right]) { At = Span(left, right) };
    }

    private static TextPosition? Span(ExpressionSyntax first, ExpressionSyntax last) =>
        first.At.Position is { } head && last.At.Position is { } tail ? head with { Length = tail.Offset + tail.Length - head.Offset } : null;

    private ExpressionSyntax Negated()
    {
        var start = cursor.Index;
        var count = 0;
        while (cursor.Accept(Keyword.Not) || cursor.Accept(TokenKind.Bang))
        {
            cursor.CheckPrefixes(++count);
        }

        var operandStart = cursor.Index;
        var condition = cursor.Is(Keyword.Exists, TokenKind.LeftParenthesis) && grammar.Queries.StartsQuery(2)
            ? Exists()
            : Predicate(Binary(Loosest), operandStart);
        for (; count > 0; count--)
        {
            condition = Call(start, "not", condition);
        }

        return condition;
    }

    private ExistsSyntax Exists()
    {
        var start = cursor.Index;
        cursor.Expect(Keyword.Exists);
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var query = grammar.Queries.Query();
        cursor.Expect(TokenKind.RightParenthesis, "')' at the end of the query");
        return new ExistsSyntax(query) { At = cursor.Since(start) };
    }

    private ExpressionSyntax Predicate(ExpressionSyntax value, int start)
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
            Keyword.Rlike => Not(negated, start, Call(start, "rlike", value, Binary(Loosest))),
            _ => Like(keyword == Keyword.Like ? "like" : "ilike", value, negated, start),
        };
    }

    private ExpressionSyntax IsPredicate(ExpressionSyntax value, int start)
    {
        var negated = cursor.Accept(Keyword.Not) || cursor.Accept(TokenKind.Bang);
        if (cursor.Accept(Keyword.Null))
            return Call(start, negated ? "isnotnull" : "isnull", value);
        if (cursor.Is(Keyword.True) || cursor.Is(Keyword.False))
        {
            var wanted = cursor.Take().Keyword == Keyword.True;
            var literal = new LiteralSyntax(wanted, SqlTypes.Boolean) { At = cursor.Since(cursor.Index - 1) };
            return Not(negated, start, Call(start, "<=>", value, literal));
        }

        // NOT asks for a boolean, as IS UNKNOWN does, and is null exactly when its operand is.
        if (cursor.Accept(Keyword.Unknown))
            return Call(start, negated ? "isnotnull" : "isnull", Call(start, "not", value));
        if (cursor.Accept(Keyword.Distinct, Keyword.From))
            return Not(!negated, start, Call(start, "<=>", value, Binary(Loosest)));
        throw cursor.Unexpected("NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM");
    }

    private CallSyntax Between(ExpressionSyntax value, int start)
    {
        var low = Binary(Loosest);
        cursor.Expect(Keyword.And);
        return Call(start, "between", value, low, Binary(Loosest));
    }

    private ExpressionSyntax In(ExpressionSyntax value, int start)
    {
        cursor.Expect(TokenKind.LeftParenthesis, "'(' with the values or a query");
        if (grammar.Queries.StartsQuery(0))
            return InQuery(value, grammar.Queries.Query(), start);

        var queryStart = cursor.Index;
        var first = Expression();
        if (first is ScalarSubquerySyntax subquery && grammar.Queries.GoesOn())
            return InQuery(value, grammar.Queries.QueryFrom(subquery.Query, queryStart), start);

        var arguments = new List<ExpressionSyntax> { value, first };
        while (cursor.Accept(TokenKind.Comma))
        {
            arguments.Add(Expression());
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

        var pattern = Binary(Loosest);
        if (!cursor.Accept(Keyword.Escape))
            return Not(negated, start, Call(start, name, value, pattern));

        var escapeStart = cursor.Index;
        var escape = grammar.Literals.Text("the escape character as a text in quotes");
        if (escape.Length != 1)
            throw SyntaxErrors.At(cursor.Since(escapeStart), $"an escape has one character, '{escape}' has {escape.Length}.", "INVALID_ESCAPE_CHAR");
        var literal = new LiteralSyntax(escape, SqlTypes.String) { At = cursor.Since(escapeStart) };
        return Not(negated, start, Call(start, name, value, pattern, literal));
    }

    // ANY and ALL are the OR and the AND of the single comparisons, in what they do with nulls too.
    private ExpressionSyntax LikeSeveral(string name, ExpressionSyntax value, bool negated, int start)
    {
        var all = cursor.Take().Keyword == Keyword.All;
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var comparisons = grammar.List(() => Not(negated, start, Call(start, name, value, Expression())));
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return Balanced(all ? "and" : "or", comparisons, 0, comparisons.Count);
    }

    private ExpressionSyntax Binary(int loosest)
    {
        var start = cursor.Index;
        var left = Prefixed();
        for (var length = 1; BinaryOperator.At(cursor) is { } found && found.Level >= loosest; length++)
        {
            cursor.CheckChain(length);
            for (var i = 0; i < found.Tokens; i++)
            {
                cursor.Take();
            }

            var right = Binary(found.Level + 1);
            left = found.Name == "!=" ? Call(start, "not", Call(start, "=", left, right)) : Call(start, found.Name, left, right);
        }

        return left;
    }

    private ExpressionSyntax Prefixed()
    {
        if (!IsPrefix)
            return grammar.Primaries.Value();

        var starts = new List<int>();
        while (IsPrefix)
        {
            cursor.CheckPrefixes(starts.Count);
            starts.Add(cursor.Index);
            cursor.Take();
        }

        var value = grammar.Primaries.Value();
        for (var i = starts.Count - 1; i >= 0; i--)
        {
            value = Call(starts[i], cursor.TokenAt(starts[i]).Kind switch { TokenKind.Minus => "negative", TokenKind.Plus => "positive", _ => "~" }, value);
        }

        return value;
    }

    // A minus directly before a number belongs to the number.
    private bool IsPrefix => cursor.Current.Kind is TokenKind.Plus or TokenKind.Tilde
        || (cursor.Is(TokenKind.Minus) && !NumberLiteral.IsNumber(cursor.Peek(1).Kind));

    private ExpressionSyntax Not(bool negated, int start, ExpressionSyntax condition) => negated ? Call(start, "not", condition) : condition;

    private CallSyntax Call(int start, string name, params ReadOnlySpan<ExpressionSyntax> arguments) =>
        new(name, Seq.Create(arguments)) { At = cursor.Since(start) };
}
