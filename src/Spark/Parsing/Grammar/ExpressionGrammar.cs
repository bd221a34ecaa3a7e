using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Literals;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

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

    /// <summary>A call of an operator whose first token has that index and whose last one has just been taken.</summary>
    public CallSyntax Call(int start, string name, params ReadOnlySpan<ExpressionSyntax> arguments) =>
        new(name, Seq.Create(arguments)) { At = cursor.Since(start) };

    /// <summary>A chain of conditions as a tree of logarithmic depth; AND and OR are associative.</summary>
    public static ExpressionSyntax Balanced(string name, IReadOnlyList<ExpressionSyntax> operands) => Balanced(name, operands, 0, operands.Count);

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
                conditions.Add(first is null ? Negated() : grammar.Predicates.After(first, start));
                first = null;
            }
            while (cursor.Accept(Keyword.And));
            alternatives.Add(Balanced("and", conditions));
        }
        while (cursor.Accept(Keyword.Or));
        return Balanced("or", alternatives);
    }

    private static ExpressionSyntax Balanced(string name, IReadOnlyList<ExpressionSyntax> operands, int from, int to)
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
            : grammar.Predicates.After(Binary(Loosest), operandStart);
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
}
