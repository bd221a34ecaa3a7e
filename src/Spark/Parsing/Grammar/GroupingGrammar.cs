using SparkEtl.Spark.Parsing.Lexing;
using SparkEtl.Spark.Parsing.Syntax;
using SparkEtl.Spark.Plan;

namespace SparkEtl.Spark.Parsing.Grammar;

/// <summary>GROUP BY.</summary>
internal sealed class GroupingGrammar(SqlGrammar grammar)
{
    // As many units as a cube within GROUPING SETS is written out for.
    private const int MaxCubeUnits = 12;

    private readonly TokenCursor cursor = grammar.Cursor;

    /// <summary>What follows GROUP BY.</summary>
    public GroupBySyntax GroupBy()
    {
        var start = cursor.Index;
        var elements = grammar.List(Element);
        if (cursor.Accept(Keyword.With, Keyword.Rollup))
            return new GroupBySyntax([new GroupingElementSyntax(GroupingElementKind.Rollup, Plain(elements, start))], All: false);
        if (cursor.Accept(Keyword.With, Keyword.Cube))
            return new GroupBySyntax([new GroupingElementSyntax(GroupingElementKind.Cube, Plain(elements, start))], All: false);
        if (cursor.Is(Keyword.Grouping, Keyword.Sets))
            return new GroupBySyntax([SetsOf(Plain(elements, start))], All: false);

        var isAll = elements is [{ Kind: GroupingElementKind.Plain, Sets: [[NameSyntax { Parts: [var name] }]] }]
            && name.Equals("ALL", StringComparison.OrdinalIgnoreCase) && cursor.TokenAt(start).Keyword == Keyword.All;
        return isAll ? new GroupBySyntax([], All: true) : new GroupBySyntax(elements.ToSeq(), All: false);
    }

    private GroupingElementSyntax Element()
    {
        if (cursor.Is(Keyword.Grouping, Keyword.Sets))
            return Sets();
        if (cursor.Is(Keyword.Rollup, TokenKind.LeftParenthesis))
            return new GroupingElementSyntax(GroupingElementKind.Rollup, Units());
        if (cursor.Is(Keyword.Cube, TokenKind.LeftParenthesis))
            return new GroupingElementSyntax(GroupingElementKind.Cube, Units());
        return new GroupingElementSyntax(GroupingElementKind.Plain, [[grammar.Expressions.Expression()]]);
    }

    // ROLLUP(a, (b, c)); the cursor is at the first word.
    private Seq<Seq<ExpressionSyntax>> Units()
    {
        cursor.Take();
        cursor.Expect(TokenKind.LeftParenthesis, "'('");
        var units = grammar.List(Set);
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return units.ToSeq();
    }

    private GroupingElementSyntax Sets()
    {
        cursor.Expect(Keyword.Grouping, Keyword.Sets);
        cursor.Expect(TokenKind.LeftParenthesis, "'(' with the grouping sets");
        var sets = grammar.List(NestedSets).SelectMany(s => s).ToSeq();
        cursor.Expect(TokenKind.RightParenthesis, "',' or ')'");
        return new GroupingElementSyntax(GroupingElementKind.Sets, sets);
    }

    // A ROLLUP or CUBE among the sets stands for its own sets.
    private IEnumerable<Seq<ExpressionSyntax>> NestedSets()
    {
        if (cursor.Is(Keyword.Rollup, TokenKind.LeftParenthesis))
            return RollupSets(Units());
        if (cursor.Is(Keyword.Cube, TokenKind.LeftParenthesis))
            return CubeSets(Units());
        return cursor.Is(Keyword.Grouping, Keyword.Sets) ? Deeper() : [Set()];
    }

    private Seq<Seq<ExpressionSyntax>> Deeper()
    {
        cursor.Enter();
        var sets = Sets().Sets;
        cursor.Leave();
        return sets;
    }

    private Seq<ExpressionSyntax> Set()
    {
        if (cursor.Is(TokenKind.LeftParenthesis) && cursor.Peek(1).Kind == TokenKind.RightParenthesis)
        {
            cursor.Take();
            cursor.Take();
            return [];
        }

        return SqlGrammar.FieldsOf(grammar.Expressions.Expression()).ToSeq();
    }

    private static IEnumerable<Seq<ExpressionSyntax>> RollupSets(Seq<Seq<ExpressionSyntax>> units) =>
        Enumerable.Range(0, units.Count + 1).Select(dropped => units.Take(units.Count - dropped).SelectMany(u => u).ToSeq());

    private IEnumerable<Seq<ExpressionSyntax>> CubeSets(Seq<Seq<ExpressionSyntax>> units)
    {
        if (units.Count > MaxCubeUnits)
            throw SyntaxErrors.At(cursor.PositionOf(cursor.Current), $"a CUBE within GROUPING SETS has at most {MaxCubeUnits} units here.");
        return Enumerable.Range(0, 1 << units.Count)
            .Select(dropped => units.Where((_, i) => (dropped & (1 << (units.Count - 1 - i))) == 0).SelectMany(u => u).ToSeq());
    }

    // GROUP BY a, b GROUPING SETS (...): the list only fixes the order in which grouping_id() numbers the columns.
    private GroupingElementSyntax SetsOf(Seq<Seq<ExpressionSyntax>> listed)
    {
        var at = cursor.PositionOf(cursor.Current);
        var element = Sets();
        if (!element.Sets.SelectMany(s => s).Distinct().SequenceEqual(listed.Select(l => l[0])))
        {
            throw SyntaxErrors.Refused(
                at,
                "GROUP BY columns GROUPING SETS with the columns in another order than the sets name them",
                "Write GROUP BY GROUPING SETS (...) alone, the columns in the order you want.");
        }

        return element;
    }

    private Seq<Seq<ExpressionSyntax>> Plain(List<GroupingElementSyntax> elements, int start)
    {
        if (elements.Exists(e => e.Kind != GroupingElementKind.Plain))
            throw SyntaxErrors.At(cursor.Since(start), "ROLLUP, CUBE and GROUPING SETS cannot be given a second time after the columns.");
        return elements.Select(e => e.Sets[0]).ToSeq();
    }
}
