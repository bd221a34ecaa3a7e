using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Literals;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Plan.Relations;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Queries.</summary>
internal sealed class QueryGrammar(SqlGrammar grammar)
{
    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>A query with its WITH, ORDER BY, LIMIT and OFFSET.</summary>
    public QuerySyntax Query()
    {
        cursor.Enter();
        var start = cursor.Index;
        QuerySyntax query;
        if (cursor.Is(Keyword.With))
        {
            var tables = With();
            query = new WithSyntax(tables, Organized(SetOperations(null, cursor.Index), cursor.Index)) { At = cursor.Since(start) };
        }
        else
        {
            query = Organized(SetOperations(null, start), start);
        }

        cursor.Leave();
        return query;
    }

    /// <summary>A query of which the first operand is already parsed.</summary>
    public QuerySyntax QueryFrom(QuerySyntax first, int start)
    {
        cursor.Enter();
        var query = Organized(SetOperations(first, start), start);
        cursor.Leave();
        return query;
    }

    /// <summary>Whether a query starts at that token, rather than an expression.</summary>
    public bool StartsQuery(int ahead)
    {
        var next = cursor.Peek(ahead + 1);
        var isName = next.Kind is TokenKind.QuotedName || (next.Kind == TokenKind.Word && !NameGrammar.IsReserved(next.Keyword));
        return cursor.Peek(ahead).Keyword switch
        {
            Keyword.Select => next.Kind is not (TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.Dot or TokenKind.Arrow),
            Keyword.With => isName,
            Keyword.From => isName || next.Kind == TokenKind.LeftParenthesis,
            Keyword.Table => isName && next.Keyword is not (Keyword.Like or Keyword.Ilike or Keyword.Rlike or Keyword.Div),
            Keyword.Values => next.Kind is TokenKind.LeftParenthesis or TokenKind.Text or TokenKind.RawText
                || NumberLiteral.IsNumber(next.Kind) || next.Keyword is Keyword.Null or Keyword.True or Keyword.False,
            _ => false,
        };
    }

    /// <summary>Whether the current word goes on with the query that has just been parsed.</summary>
    public bool GoesOn() => cursor.Current.Keyword is Keyword.Union or Keyword.Intersect or Keyword.Except or Keyword.Minus or Keyword.Limit or Keyword.Offset
        || (cursor.Current.Keyword is Keyword.Order or Keyword.Sort or Keyword.Cluster or Keyword.Distribute && cursor.Peek(1).Keyword == Keyword.By);

    private Seq<CommonTableSyntax> With()
    {
        cursor.Expect(Keyword.With);
        if (cursor.Is(Keyword.Recursive) && cursor.Peek(1).Kind is TokenKind.Word or TokenKind.QuotedName && cursor.Peek(1).Keyword != Keyword.As)
        {
            throw SyntaxErrors.Refused(
                cursor.PositionOf(cursor.Current), "WITH RECURSIVE", "Not every supported Spark version has it. Loop over DataFrames instead.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return grammar.List(() =>
        {
            var start = cursor.Index;
            var name = grammar.Names.Single("a name for the query");
            if (!names.Add(name))
                throw SyntaxErrors.At(cursor.Since(start), $"two queries of this WITH are named {name}.", "DUPLICATED_CTE_NAMES");
            Seq<string> columns = cursor.Is(TokenKind.LeftParenthesis) && !StartsQuery(1) ? grammar.Names.Parenthesized("a column's name") : [];
            cursor.Accept(Keyword.As);
            cursor.Expect(TokenKind.LeftParenthesis, "'(' and a query");
            var query = Query();
            cursor.Expect(TokenKind.RightParenthesis, "')' at the end of the query");
            return new CommonTableSyntax(name, columns, query);
        }).ToSeq();
    }

    private QuerySyntax SetOperations(QuerySyntax? first, int start)
    {
        var left = Intersections(first, start);
        for (var length = 1; cursor.Is(Keyword.Union) || cursor.Is(Keyword.Except) || cursor.Is(Keyword.Minus); length++)
        {
            cursor.CheckChain(length);
            var kind = cursor.Take().Keyword == Keyword.Union ? SetOperationKind.Union : SetOperationKind.Except;
            var all = Quantifier();
            left = new SetOperationSyntax(kind, all, left, Intersections(null, cursor.Index)) { At = cursor.Since(start) };
        }

        return left;
    }

    private QuerySyntax Intersections(QuerySyntax? first, int start)
    {
        var left = first ?? Primary();
        for (var length = 1; cursor.Accept(Keyword.Intersect); length++)
        {
            cursor.CheckChain(length);
            var all = Quantifier();
            left = new SetOperationSyntax(SetOperationKind.Intersect, all, left, Primary()) { At = cursor.Since(start) };
        }

        return left;
    }

    // ALL keeps duplicates; DISTINCT says what holds without it.
    private bool Quantifier()
    {
        var all = cursor.Accept(Keyword.All);
        if (!all)
            cursor.Accept(Keyword.Distinct);
        return all;
    }

    private QuerySyntax Primary()
    {
        var start = cursor.Index;
        if (cursor.Is(Keyword.Select))
            return Select(null, start);
        if (cursor.Accept(Keyword.From))
            return FromFirst(start);
        if (cursor.Is(Keyword.Values))
            return grammar.Relations.InlineTable();
        if (cursor.Accept(Keyword.Table))
            return new TableSyntax(grammar.Names.Qualified("a table's name")) { At = cursor.Since(start) };
        if (!cursor.Accept(TokenKind.LeftParenthesis))
            throw (Exception?)RefusedStatement.At(cursor) ?? cursor.Unexpected("a query (SELECT, WITH, VALUES, FROM, TABLE or '(')");

        var query = Query();
        cursor.Expect(TokenKind.RightParenthesis, "')' at the end of the query");
        return query;
    }

    // FROM t SELECT a: what follows the SELECT is part of it, so that a UNION after it combines the whole.
    private QuerySyntax FromFirst(int start)
    {
        var from = grammar.Relations.From();
        RefusePipe();
        if (!cursor.Is(Keyword.Select))
            throw (Exception?)RefusedStatement.At(cursor) ?? cursor.Unexpected("SELECT");

        var query = Organized(Select(from, start), start);
        return cursor.Is(Keyword.Select)
            ? throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "A second SELECT of one FROM", "Write two queries.")
            : query;
    }

    private SelectSyntax Select(QuerySyntax? from, int start)
    {
        cursor.Expect(Keyword.Select);
        var distinct = IsQuantifier(Keyword.Distinct) && cursor.Accept(Keyword.Distinct);
        if (!distinct && IsQuantifier(Keyword.All))
            cursor.Take();

        var items = grammar.List(grammar.Expressions.Named);
        if (cursor.Is(Keyword.Using) && items[0] is CallSyntax { Name: "transform" })
            throw SyntaxErrors.Refused(items[0].At.Position!, "SELECT TRANSFORM", "It runs a script outside of the engine. Write a function in C#.");

        if (from is null && cursor.Accept(Keyword.From))
            from = grammar.Relations.From();
        if (from is not null)
            from = grammar.Relations.LateralViews(from, start);
        var where = cursor.Accept(Keyword.Where) ? grammar.Expressions.Expression() : null;
        var groupBy = cursor.Accept(Keyword.Group, Keyword.By) ? grammar.Groupings.GroupBy() : null;
        var having = cursor.Accept(Keyword.Having) ? Having() : null;
        if (cursor.Is(Keyword.Qualify))
        {
            throw SyntaxErrors.Refused(
                cursor.PositionOf(cursor.Current), "QUALIFY", "Not every supported Spark version has it. Filter a query around this one.");
        }

        var windows = grammar.Windows.Named();
        return new SelectSyntax(distinct, items.ToSeq(), from, where, groupBy, having, windows) { At = cursor.Since(start) };
    }

    // Spark casts what is no predicate: HAVING sum(a) holds when the sum is not zero.
    private ExpressionSyntax Having()
    {
        var condition = grammar.Expressions.Expression();
        var isPredicate = condition is ExistsSyntax or InSubquerySyntax or CallSyntax
        {
            Name: "and" or "or" or "not" or "=" or "<=>" or "<" or "<=" or ">" or ">=" or "in" or "between" or "isnull" or "isnotnull"
                or "like" or "ilike" or "rlike",
        };
        return isPredicate ? condition : new CastSyntax(condition, SqlTypes.Boolean, Try: false) { At = condition.At };
    }

    private bool IsQuantifier(Keyword keyword) =>
        cursor.Is(keyword) && cursor.Peek(1).Kind is not (TokenKind.Comma or TokenKind.Dot or TokenKind.End) && cursor.Peek(1).Keyword != Keyword.From;

    private QuerySyntax Organized(QuerySyntax query, int start)
    {
        Seq<SortSyntax> order = cursor.Accept(Keyword.Order, Keyword.By) ? Sorts() : [];
        if (cursor.Is(Keyword.Cluster, Keyword.By) || cursor.Is(Keyword.Distribute, Keyword.By))
        {
            throw SyntaxErrors.Refused(
                cursor.PositionOf(cursor.Current), $"{cursor.Current.Keyword.Spell()} BY", "Call Repartition(columns) and SortWithinPartitions(columns).");
        }

        var within = cursor.Is(Keyword.Sort, Keyword.By);
        if (within && order.Count > 0)
            throw SyntaxErrors.At(cursor.PositionOf(cursor.Current), "a query has ORDER BY or SORT BY, not both.");
        if (cursor.Accept(Keyword.Sort, Keyword.By))
            order = Sorts();

        ExpressionSyntax? limit = null;
        ExpressionSyntax? offset = null;
        var all = cursor.Accept(Keyword.Limit, Keyword.All);
        if (!all && cursor.Accept(Keyword.Limit))
            limit = grammar.Expressions.Expression();
        if (cursor.Accept(Keyword.Offset))
            offset = grammar.Expressions.Expression();
        RefusePipe();
        return order.Count == 0 && limit is null && offset is null
            ? query
            : new OrderedSyntax(query, order, within, limit, offset) { At = cursor.Since(start) };
    }

    private void RefusePipe()
    {
        if (cursor.Is(TokenKind.PipeGreater))
            throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "The pipe |>", "Not every supported Spark version has it. Put the query into FROM (...).");
    }

    private Seq<SortSyntax> Sorts() => grammar.List(grammar.Expressions.Sort).ToSeq();
}
