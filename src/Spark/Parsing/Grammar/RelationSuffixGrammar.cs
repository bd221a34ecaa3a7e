using System.Globalization;
using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>What follows a source of rows: an alias, TABLESAMPLE, PIVOT, LATERAL VIEW.</summary>
internal sealed class RelationSuffixGrammar(SqlGrammar grammar)
{
    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary><c>[AS] t [(a, b)]</c>, or nothing.</summary>
    public QuerySyntax Alias(QuerySyntax source, int start)
    {
        var written = cursor.Accept(Keyword.As);
        if (!written && !grammar.Names.IsImpliedTableAlias)
            return source;

        if (NameGrammar.IsJoinWord(cursor.Current.Keyword))
            throw cursor.Unexpected("a name for the table after AS");

        var name = grammar.Names.Single("a name for the table after AS");
        if (!written)
            cursor.NoteImpliedAlias();
        Seq<string> columns = cursor.Is(TokenKind.LeftParenthesis) ? grammar.Names.Parenthesized("a column's name") : [];
        return new AliasedSyntax(source, name, columns) { At = cursor.Since(start) };
    }

    /// <summary>A sample is written before the alias and taken of the aliased source.</summary>
    public QuerySyntax SampleAndAlias(QuerySyntax source, int start)
    {
        if (!cursor.Is(Keyword.Tablesample, TokenKind.LeftParenthesis))
            return Alias(source, start);

        cursor.Take();
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var (percent, rows) = Amount();
        cursor.Expect(TokenKind.RightParenthesis, "')'");
        long? seed = null;
        if (cursor.Accept(Keyword.Repeatable))
        {
            cursor.Expect(TokenKind.LeftParenthesis, "'('");
            seed = WholeNumber("the seed as a whole number");
            cursor.Expect(TokenKind.RightParenthesis, "')'");
        }

        return new TableSampleSyntax(Alias(source, start), percent, rows, seed) { At = cursor.Since(start) };
    }

    /// <summary><c>LATERAL VIEW [OUTER] generator(...) t [AS] a, b</c>.</summary>
    public LateralViewSyntax LateralView(QuerySyntax source, int start)
    {
        cursor.Expect(Keyword.Lateral, Keyword.View);
        var outer = cursor.Is(Keyword.Outer) && cursor.Peek(1).Kind != TokenKind.LeftParenthesis && cursor.Accept(Keyword.Outer);
        var callStart = cursor.Index;
        var generator = grammar.Calls.Plain(grammar.Names.Single("a generator such as explode(...)"), callStart);
        string? alias = null;
        if (!cursor.Is(Keyword.As))
            alias = grammar.Names.Single("a name for the view");

        var hasColumns = cursor.Accept(Keyword.As) || grammar.Names.IsImpliedTableAlias;
        Seq<string> columns = hasColumns ? grammar.Names.Listed("a column's name") : [];
        if (cursor.Is(Keyword.Pivot, TokenKind.LeftParenthesis))
            throw SyntaxErrors.At(cursor.PositionOf(cursor.Current), "PIVOT cannot follow LATERAL VIEW; put the view into a query of its own.");
        return new LateralViewSyntax(source, generator, outer, alias, columns) { At = cursor.Since(start) };
    }

    /// <summary><c>PIVOT (aggregates FOR column IN (values))</c>.</summary>
    public PivotSyntax Pivot(QuerySyntax source, int start)
    {
        cursor.Expect(Keyword.Pivot);
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var aggregates = grammar.List(grammar.Expressions.Named);
        cursor.Expect(Keyword.For);
        var columns = cursor.Is(TokenKind.LeftParenthesis) ? Columns() : [Column()];
        cursor.Expect(Keyword.In);
        cursor.Expect(TokenKind.LeftParenthesis, "'(' with the values to make columns of");
        var values = grammar.List(() => PivotValue(columns.Count));
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        cursor.Expect(TokenKind.RightParenthesis, "')'");
        return new PivotSyntax(source, aggregates.ToSeq(), columns.ToSeq(), values.ToSeq()) { At = cursor.Since(start) };
    }

    /// <summary>Refuses a table of an earlier time: <c>t VERSION AS OF 1</c>.</summary>
    public void RefuseTimeTravel()
    {
        var ahead = cursor.Is(Keyword.For) ? 1 : 0;
        var isTime = cursor.Peek(ahead).Keyword is Keyword.Version or Keyword.SystemVersion or Keyword.Timestamp or Keyword.SystemTime;
        if (isTime && cursor.Peek(ahead + 1).Keyword == Keyword.As && cursor.Peek(ahead + 2).Keyword == Keyword.Of)
            throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "A table of an earlier time (AS OF)", "Read a copy of that time.");
    }

    private (double? Percent, long? Rows) Amount()
    {
        if (cursor.Accept(Keyword.Bucket))
        {
            var part = WholeNumber("the number of the bucket");
            cursor.Expect(Keyword.Out, Keyword.Of);
            var parts = WholeNumber("the number of buckets");
            if (cursor.Is(Keyword.On))
                throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "TABLESAMPLE BUCKET ON", "Filter by pmod(hash(column), buckets).");
            return (Percent(100.0 * part / parts), null);
        }

        if (cursor.Is(TokenKind.Integer) && cursor.Peek(1).Keyword == Keyword.Rows)
        {
            var rows = WholeNumber("a number of rows");
            cursor.Take();
            return (null, rows);
        }

        if (cursor.Current.Kind is TokenKind.Integer or TokenKind.Decimal && cursor.Peek(1).Keyword == Keyword.Percent)
        {
            var percent = double.Parse(cursor.Spelling(cursor.Current), NumberStyles.Float, CultureInfo.InvariantCulture);
            cursor.Take();
            cursor.Take();
            return (Percent(percent), null);
        }

        throw cursor.Unexpected("a number and PERCENT, a whole number and ROWS, or BUCKET x OUT OF y");
    }

    private double Percent(double percent) => percent is >= 0 and <= 100
        ? percent
        : throw SyntaxErrors.At(cursor.PositionOf(cursor.Peek(-1)), "a sample is 0 to 100 percent of the rows.", "INVALID_TABLE_SAMPLE");

    private long WholeNumber(string expected)
    {
        var isNumber = long.TryParse(cursor.Spelling(cursor.Current), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!cursor.Is(TokenKind.Integer) || !isNumber)
            throw cursor.Unexpected(expected);
        cursor.Take();
        return number;
    }

    private ExpressionSyntax Column()
    {
        var start = cursor.Index;
        return new NameSyntax([grammar.Names.Single("the column to pivot")]) { At = cursor.Since(start) };
    }

    private List<ExpressionSyntax> Columns()
    {
        cursor.Take();
        var columns = grammar.List(Column);
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return columns;
    }

    private PivotValueSyntax PivotValue(int columns)
    {
        var start = cursor.Index;
        var named = grammar.Expressions.Named();
        var (value, alias) = named is AliasSyntax { Names: [var name] } aliased ? (aliased.Of, name) : (named, null);
        Seq<ExpressionSyntax> values = columns == 1 ? [value] : SqlGrammar.FieldsOf(value).ToSeq();
        return values.Count == columns
            ? new PivotValueSyntax(values, alias)
            : throw SyntaxErrors.At(cursor.Since(start), $"{columns} columns are pivoted, this value has {values.Count}.");
    }
}
