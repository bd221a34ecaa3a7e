using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;
using SparkEtl.Spark.Sql.Types;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>Calls of functions, with the forms that some functions have of their own: <c>TRIM(BOTH x FROM y)</c>.</summary>
internal sealed class CallGrammar(SqlGrammar grammar)
{
    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>A call; the cursor is at its opening parenthesis.</summary>
    /// <param name="name">The parts of the function's name.</param>
    /// <param name="start">Index of the first token of the name.</param>
    public ExpressionSyntax Call(List<string> name, int start)
    {
        if (name.Count > 1)
        {
            throw SyntaxErrors.At(
                cursor.Since(start), "a function has a name of one part; functions of catalogs and schemas are not known here.", "UNRESOLVED_ROUTINE");
        }

        var keyword = cursor.TokenAt(start).Keyword;
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var call = Arguments(name[0].ToLowerInvariant(), keyword);
        cursor.Expect(TokenKind.RightParenthesis, call.Arguments.Count == 0 ? "an argument or ')'" : "',' or ')'");
        if (keyword == Keyword.Exists && call.Arguments is [ScalarSubquerySyntax subquery])
            return new ExistsSyntax(subquery.Query) { At = cursor.Since(start) };

        call = DateTimeUnits.Apply(CountOfRows(call), cursor) with { At = cursor.Since(start) };
        return Suffixes(call, start);
    }

    /// <summary>The arguments of a generator or a table function: no DISTINCT, nothing after the parenthesis.</summary>
    public CallSyntax Plain(string name, int start)
    {
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        Seq<ExpressionSyntax> arguments = cursor.Is(TokenKind.RightParenthesis) ? [] : grammar.List(Argument).ToSeq();
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return new CallSyntax(name.ToLowerInvariant(), arguments) { At = cursor.Since(start) };
    }

    private CallSyntax Arguments(string name, Keyword keyword)
    {
        if (cursor.Is(TokenKind.RightParenthesis))
            return new CallSyntax(name, []);

        switch (keyword)
        {
            case Keyword.Struct:
                return new CallSyntax(name, grammar.List(grammar.Expressions.Named).ToSeq());
            case Keyword.Exists:
                return Exists(name);
            case Keyword.Extract when cursor.Peek(1).Keyword == Keyword.From:
                return Extract();
            case Keyword.Trim:
                return Trim();
            case Keyword.Position:
                return Position();
            case Keyword.Substr or Keyword.Substring:
                return Keywords("substring", name, Keyword.From, Keyword.For);
            case Keyword.Overlay:
                return Keywords("overlay", name, Keyword.Placing, Keyword.From, Keyword.For);
            default:
                return Listed(name);
        }
    }

    private CallSyntax Listed(string name)
    {
        var distinct = IsQuantifier(Keyword.Distinct) && cursor.Accept(Keyword.Distinct);
        if (!distinct && IsQuantifier(Keyword.All))
            cursor.Take();

        var call = new CallSyntax(name, grammar.List(Argument).ToSeq()) { Distinct = distinct };
        return name is "first" or "last" or "any_value" && call.Arguments.Count == 1 && cursor.Accept(Keyword.Ignore, Keyword.Nulls)
            ? call with { IgnoreNulls = true }
            : call;
    }

    private bool IsQuantifier(Keyword keyword) =>
        cursor.Is(keyword) && cursor.Peek(1).Kind is not (TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.Dot or TokenKind.Arrow);

    private ExpressionSyntax Argument()
    {
        if (cursor.Peek(1).Kind == TokenKind.FatArrow && grammar.Names.IsName)
        {
            throw SyntaxErrors.Refused(
                cursor.PositionOf(cursor.Current), "An argument by name (=>)", "Give the arguments in their order.");
        }

        if (cursor.Is(Keyword.Table) && grammar.Queries.StartsQuery(0))
            throw SyntaxErrors.Refused(cursor.PositionOf(cursor.Current), "A table as argument", "Join the table instead.");
        return grammar.Expressions.Expression();
    }

    private CallSyntax Continued(string name, ExpressionSyntax first)
    {
        var arguments = new List<ExpressionSyntax> { first };
        while (cursor.Accept(TokenKind.Comma))
        {
            arguments.Add(Argument());
        }

        return new CallSyntax(name, arguments.ToSeq());
    }

    // EXISTS ((SELECT 1) UNION (SELECT 2)), or the function exists(array, x -> ...).
    private CallSyntax Exists(string name)
    {
        var start = cursor.Index;
        var first = Argument();
        if (first is ScalarSubquerySyntax subquery && grammar.Queries.GoesOn())
            first = new ScalarSubquerySyntax(grammar.Queries.QueryFrom(subquery.Query, start));
        return Continued(name, first);
    }

    // EXTRACT(field FROM source)
    private CallSyntax Extract()
    {
        var start = cursor.Index;
        var field = new LiteralSyntax(grammar.Names.Single("a field of a date"), SqlTypes.String) { At = cursor.Since(start) };
        cursor.Expect(Keyword.From);
        return new CallSyntax("extract", [field, grammar.Expressions.Expression()]);
    }

    // TRIM([BOTH | LEADING | TRAILING] [characters] FROM text): as trim(characters, text), ltrim and rtrim.
    private CallSyntax Trim()
    {
        var name = "trim";
        var hasSide = cursor.Current.Keyword is Keyword.Both or Keyword.Leading or Keyword.Trailing
            && cursor.Peek(1).Kind is not (TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.Dot);
        if (hasSide)
            name = cursor.Take().Keyword switch { Keyword.Leading => "ltrim", Keyword.Trailing => "rtrim", _ => "trim" };
        if (cursor.Accept(Keyword.From))
            return new CallSyntax(name, [grammar.Expressions.Expression()]);

        var first = Argument();
        if (cursor.Accept(Keyword.From))
            return new CallSyntax(name, [first, grammar.Expressions.Expression()]);
        return hasSide ? throw cursor.Unexpected("FROM") : Continued(name, first);
    }

    // POSITION(part IN text)
    private CallSyntax Position()
    {
        if (cursor.Peek(1).Kind == TokenKind.FatArrow)
            Argument();

        var start = cursor.Index;
        var first = grammar.Expressions.Value();
        return cursor.Accept(Keyword.In)
            ? new CallSyntax("locate", [first, grammar.Expressions.Expression()])
            : Continued("position", grammar.Expressions.ExpressionFrom(first, start));
    }

    // Arguments that may have keywords between them instead of commas, the last of which may be missing.
    private CallSyntax Keywords(string name, string plainName, params ReadOnlySpan<Keyword> separators)
    {
        var first = Argument();
        if (!cursor.Accept(separators[0]))
            return Continued(plainName, first);

        var arguments = new List<ExpressionSyntax> { first, grammar.Expressions.Expression() };
        for (var i = 1; i < separators.Length; i++)
        {
            if (cursor.Accept(separators[i]))
                arguments.Add(grammar.Expressions.Expression());
            else if (i < separators.Length - 1)
                throw cursor.Unexpected(separators[i].Spell());
        }

        return new CallSyntax(name, arguments.ToSeq());
    }

    // count(*) counts rows, as count(1) does; Spark names the column so.
    private static CallSyntax CountOfRows(CallSyntax call) =>
        call is { Name: "count", Distinct: false, Arguments: [StarSyntax { Qualifier: [], Except: [] } star] }
            ? call with { Arguments = [new LiteralSyntax(1, SqlTypes.Integer) { At = star.At }] }
            : call;

    private ExpressionSyntax Suffixes(CallSyntax call, int start)
    {
        if (cursor.Accept(Keyword.Within, Keyword.Group))
        {
            cursor.Expect(TokenKind.LeftParenthesis, "'('");
            cursor.Expect(Keyword.Order, Keyword.By);
            call = call with { WithinGroup = grammar.List(grammar.Expressions.Sort).ToSeq() };
            cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        }

        if (cursor.Is(Keyword.Filter, TokenKind.LeftParenthesis))
        {
            cursor.Take();
            cursor.Expect(TokenKind.LeftParenthesis, "'('");
            cursor.Expect(Keyword.Where);
            call = call with { Filter = grammar.Expressions.Expression() };
            cursor.Expect(TokenKind.RightParenthesis, "')'");
        }

        if (cursor.Accept(Keyword.Ignore, Keyword.Nulls))
            call = call with { IgnoreNulls = true };
        else if (cursor.Accept(Keyword.Respect, Keyword.Nulls))
            call = call with { IgnoreNulls = false };

        call = call with { At = cursor.Since(start) };
        if (!cursor.Is(Keyword.Over) || !grammar.Windows.StartsWindow(1))
            return call;

        cursor.Take();
        return new OverSyntax(call, grammar.Windows.Window()) { At = cursor.Since(start) };
    }
}
