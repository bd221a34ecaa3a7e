using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Sources of rows: what stands in FROM.</summary>
internal sealed class RelationGrammar
{
    private const string Source = "a table, a query in parentheses, VALUES or a table function";

    private readonly SqlGrammar grammar;
    private readonly TokenCursor cursor;
    private readonly RelationSuffixGrammar suffixes;

    public RelationGrammar(SqlGrammar grammar)
    {
        this.grammar = grammar;
        cursor = grammar.Cursor;
        suffixes = new RelationSuffixGrammar(grammar);
    }

    /// <summary>What follows FROM. <c>a, b JOIN c</c> joins c to both of the others.</summary>
    public QuerySyntax From()
    {
        var start = cursor.Index;
        var source = Extended(LateralOrNot().Source, start);
        for (var length = 1; cursor.Accept(TokenKind.Comma); length++)
        {
            cursor.CheckChain(length);
            var (right, lateral) = LateralOrNot();
            source = new JoinSyntax(source, right, JoinKind.Inner, null, [], Natural: false, lateral) { At = cursor.Since(start) };
            source = Extended(source, start);
        }

        return LateralViews(source, start);
    }

    /// <summary>The LATERAL VIEWs that follow a source.</summary>
    public QuerySyntax LateralViews(QuerySyntax source, int start)
    {
        for (var length = 1; cursor.Is(Keyword.Lateral, Keyword.View); length++)
        {
            cursor.CheckChain(length);
            source = suffixes.LateralView(source, start);
        }

        return source;
    }

    /// <summary><c>VALUES (1, 'a'), (2, 'b') [AS] t(x, y)</c>.</summary>
    public QuerySyntax InlineTable()
    {
        var start = cursor.Index;
        cursor.Expect(Keyword.Values);
        var rows = new List<Seq<ExpressionSyntax>> { Row() };
        while (cursor.Is(TokenKind.Comma) && !IsLateralSource(1))
        {
            cursor.Take();
            rows.Add(Row());
        }

        var values = new ValuesSyntax(rows.ToSeq()) { At = cursor.Since(start) };
        return suffixes.Alias(values, start);
    }

    private Seq<ExpressionSyntax> Row() => SqlGrammar.FieldsOf(grammar.Expressions.Expression()).ToSeq();

    private bool IsLateralSource(int ahead) => cursor.Peek(ahead).Keyword == Keyword.Lateral
        && cursor.Peek(ahead + 1).Kind is TokenKind.LeftParenthesis or TokenKind.Word or TokenKind.QuotedName;

    private (QuerySyntax Source, bool Lateral) LateralOrNot()
    {
        if (!cursor.Accept(Keyword.Lateral))
            return (Primary(), false);

        var start = cursor.Index;
        var isTable = !cursor.Is(TokenKind.LeftParenthesis);
        var source = Primary();
        var inner = source;
        while (inner is AliasedSyntax or TableSampleSyntax)
        {
            inner = inner is AliasedSyntax aliased ? aliased.Source : ((TableSampleSyntax)inner).Source;
        }

        return inner is JoinSyntax || (inner is TableSyntax && isTable)
            ? throw SyntaxErrors.At(
                cursor.Since(start),
                "what is LATERAL is a query in parentheses or a table function.",
                "INVALID_SQL_SYNTAX.LATERAL_WITHOUT_SUBQUERY_OR_TABLE_VALUED_FUNC")
            : (source, true);
    }

    private QuerySyntax Primary()
    {
        var start = cursor.Index;
        if (cursor.Is(TokenKind.LeftParenthesis))
            return suffixes.SampleAndAlias(Parenthesized(), start);
        if (cursor.Is(Keyword.Values) && grammar.Queries.StartsQuery(0))
            return InlineTable();
        if (cursor.Is(Keyword.Identifier, TokenKind.LeftParenthesis))
            throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "IDENTIFIER(...)", "Write the table's name itself.");
        if (!grammar.Names.IsName || NameGrammar.IsReserved(cursor.Current.Keyword))
            throw cursor.Unexpected(Source);

        var name = grammar.Names.Qualified(Source);
        if (cursor.Is(TokenKind.LeftParenthesis))
        {
            if (name.Count > 1)
                throw SyntaxErrors.At(cursor.Since(start), "a table function has a name of one part.", "UNRESOLVED_ROUTINE");
            var function = new TableFunctionSyntax(grammar.Calls.Plain(name[0], start)) { At = cursor.Since(start) };
            return suffixes.Alias(function, start);
        }

        suffixes.RefuseTimeTravel();
        return suffixes.SampleAndAlias(new TableSyntax(name) { At = cursor.Since(start) }, start);
    }

    // A query or a join in parentheses; ((SELECT 1) UNION (SELECT 2)) and ((SELECT 1) a JOIN b) differ only after the inner one.
    private QuerySyntax Parenthesized()
    {
        cursor.Enter();
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        QuerySyntax inner;
        if (grammar.Queries.StartsQuery(0) && !cursor.Is(Keyword.Values))
        {
            inner = grammar.Queries.Query();
        }
        else
        {
            var start = cursor.Index;
            inner = Primary();
            inner = grammar.Queries.GoesOn() ? grammar.Queries.QueryFrom(inner, start) : Extended(inner, start);
        }

        cursor.Expect(TokenKind.RightParenthesis, "')'");
        cursor.Leave();
        return inner;
    }

    private QuerySyntax Extended(QuerySyntax source, int start)
    {
        for (var length = 1; ; length++)
        {
            cursor.CheckChain(length);
            if (cursor.Is(Keyword.Pivot, TokenKind.LeftParenthesis))
                source = suffixes.Pivot(source, start);
            else if (cursor.Is(Keyword.Unpivot))
                throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "UNPIVOT", "Use stack(n, name, value, ...) in SELECT or LATERAL VIEW.");
            else if (JoinHead.TryRead(cursor) is { } head)
                source = Join(source, head, start);
            else
                return source;
        }
    }

    private JoinSyntax Join(QuerySyntax left, JoinHead head, int start)
    {
        var lateralAt = cursor.PositionOf(cursor.Current);
        var (right, lateral) = LateralOrNot();
        ExpressionSyntax? on = null;
        Seq<string> common = [];
        if (!head.Natural && cursor.Accept(Keyword.On))
            on = grammar.Expressions.Expression();
        else if (!head.Natural && cursor.Accept(Keyword.Using))
            common = grammar.Names.Parenthesized("a column's name");

        if (lateral && (head.Natural || common.Count > 0 || head.Kind is not (JoinKind.Inner or JoinKind.Cross or JoinKind.LeftOuter)))
            throw SyntaxErrors.At(lateralAt, "a LATERAL source is joined by [INNER | CROSS | LEFT] JOIN, with ON or without a condition.");
        return new JoinSyntax(left, right, head.Kind, on, common, head.Natural, lateral) { At = cursor.Since(start) };
    }
}
