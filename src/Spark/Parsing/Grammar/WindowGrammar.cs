using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Expressions;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Windows and their frames.</summary>
internal sealed class WindowGrammar(SqlGrammar grammar)
{
    private static readonly FrameBoundSyntax CurrentRow = new(FrameBoundKind.CurrentRow, null);

    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>Whether a window follows at that token: a name or an opening parenthesis.</summary>
    public bool StartsWindow(int ahead)
    {
        var token = cursor.Peek(ahead);
        return token.Kind is TokenKind.LeftParenthesis or TokenKind.QuotedName
            || (token.Kind == TokenKind.Word && !NameGrammar.IsReserved(token.Keyword));
    }

    /// <summary>A named window or the definition of one.</summary>
    public WindowSyntax Window()
    {
        if (!cursor.Is(TokenKind.LeftParenthesis))
            return new WindowSyntax(grammar.Names.Single("a window's name or '('"), [], [], null);

        cursor.Take();
        if (grammar.Names.IsName && cursor.Peek(1).Kind == TokenKind.RightParenthesis)
        {
            var name = grammar.Names.Single("a window's name");
            cursor.Take();
            return new WindowSyntax(name, [], [], null);
        }

        var window = Definition();
        cursor.Expect(TokenKind.RightParenthesis, window switch
        {
            { Frame: not null } => "')'",
            { OrderBy.Count: > 0 } => "',', ROWS, RANGE or ')'",
            { PartitionBy.Count: > 0 } => "',', ORDER BY, ROWS, RANGE or ')'",
            _ => "PARTITION BY, ORDER BY, ROWS, RANGE or ')'",
        });
        return window;
    }

    /// <summary><c>WINDOW w AS (...), ...</c>, or none.</summary>
    public Seq<NamedWindowSyntax> Named()
    {
        if (!cursor.Accept(Keyword.Window))
            return [];

        return grammar.List(() =>
        {
            var name = grammar.Names.Single("a window's name");
            cursor.Expect(Keyword.As);
            return new NamedWindowSyntax(name, Window());
        }).ToSeq();
    }

    private WindowSyntax Definition()
    {
        Seq<ExpressionSyntax> partitionBy = [];
        Seq<SortSyntax> orderBy = [];
        var clustered = cursor.Accept(Keyword.Cluster, Keyword.By);
        if (clustered || cursor.Accept(Keyword.Partition, Keyword.By) || cursor.Accept(Keyword.Distribute, Keyword.By))
            partitionBy = grammar.List(grammar.Expressions.Expression).ToSeq();
        if (!clustered && (cursor.Accept(Keyword.Order, Keyword.By) || cursor.Accept(Keyword.Sort, Keyword.By)))
            orderBy = grammar.List(grammar.Expressions.Sort).ToSeq();

        var hasFrame = cursor.Is(Keyword.Rows) || cursor.Is(Keyword.Range);
        return new WindowSyntax(null, partitionBy, orderBy, hasFrame ? Frame() : null);
    }

    private FrameSyntax Frame()
    {
        var rows = cursor.Take().Keyword == Keyword.Rows;
        if (!cursor.Accept(Keyword.Between))
            return new FrameSyntax(rows, Bound(), CurrentRow);

        var start = Bound();
        cursor.Expect(Keyword.And);
        return new FrameSyntax(rows, start, Bound());
    }

    private FrameBoundSyntax Bound()
    {
        if (cursor.Accept(Keyword.Current, Keyword.Row))
            return CurrentRow;
        if (cursor.Accept(Keyword.Unbounded))
            return new FrameBoundSyntax(Preceding() ? FrameBoundKind.UnboundedPreceding : FrameBoundKind.UnboundedFollowing, null);

        var offset = grammar.Expressions.Value();
        return new FrameBoundSyntax(Preceding() ? FrameBoundKind.Preceding : FrameBoundKind.Following, offset);
    }

    private bool Preceding()
    {
        if (cursor.Accept(Keyword.Preceding))
            return true;
        return cursor.Accept(Keyword.Following) ? false : throw cursor.Unexpected("PRECEDING or FOLLOWING");
    }
}
